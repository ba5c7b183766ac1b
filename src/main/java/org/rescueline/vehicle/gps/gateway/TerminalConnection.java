package org.rescueline.vehicle.gps.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.Message;
import org.rescueline.vehicle.gps.jt808.MessageId;

/**
 * One connection: bytes become frames, frames become messages for the {@link Dialogue}. Whatever bytes come, nothing is
 * thrown out of here: a malformed frame is counted and sampled to the log, and the connection lives on; a flood of them
 * closes it.
 */
final class TerminalConnection implements FrameSink {
    private static final Logger LOG = Logger.getLogger(TerminalConnection.class);

    private final Line line;
    private final Dialogue dialogue;
    private final Clock clock;
    private final GatewayMeters meters;
    private final RefusalLog refusals;
    private final FrameSplitter splitter = new FrameSplitter();
    private final HeaderReader headers = new HeaderReader();
    private final MalformedFlood flood;
    private final PartialMessages parts;
    private final UnknownSenders strangers;
    private final FrameRate rate;
    private final Duration frameTimeout;
    private @Nullable Instant frameBegunAt;
    private long framesWhenBegun;
    private boolean isClosed;

    TerminalConnection(
            Line line, Dialogue dialogue, GpsConfig config, Clock clock, GatewayMeters meters, RefusalDesk refused) {
        this.line = line;
        this.dialogue = dialogue;
        this.clock = clock;
        this.meters = meters;
        this.refusals = refused.log();
        this.strangers = refused.strangers();
        this.parts =
                new PartialMessages(line, config.parts(), refused.partsMemory(), dialogue::askForParts, this::gaveUp);
        this.rate = new FrameRate(config.maxFramesPerSecond());
        this.frameTimeout = config.frameTimeout();
        this.flood = new MalformedFlood(config.malformedLimit(), config.malformedWindow());
    }

    /** The next bytes of the stream. */
    void receive(byte[] bytes) {
        splitter.feed(bytes, 0, bytes.length, this);
        dialogue.pieceHeard();
        if (splitter.isInFrame() || frameBegunAt != null) {
            watchFrame();
        }
    }

    /** One datagram: whole frames, none of which goes on in the next. */
    void receiveDatagram(byte[] bytes) {
        splitter.feed(bytes, 0, bytes.length, this);
        splitter.cutOff(this);
        dialogue.pieceHeard();
    }

    /** A frame that drips in byte by byte holds its connection for nothing. */
    private void watchFrame() {
        if (!splitter.isInFrame()) {
            frameBegunAt = null;
            return;
        }
        Instant now = clock.instant();
        if (frameBegunAt == null || splitter.frames() != framesWhenBegun) {
            frameBegunAt = now;
            framesWhenBegun = splitter.frames();
        } else if (!isClosed && now.isAfter(frameBegunAt.plus(frameTimeout))) {
            close(ClosingReason.FRAME_TOO_SLOW);
        }
    }

    /** The connection has ended. */
    void ended() {
        isClosed = true;
        parts.clear();
        dialogue.ended();
    }

    /** Whether any terminal may speak over this connection by now. */
    boolean isAuthenticated() {
        return dialogue.hasSessions();
    }

    /** The time is over in which a terminal must have authenticated itself: closes the connection unless one has. */
    void endUnlessAuthenticated() {
        if (!isClosed && !isAuthenticated()) {
            close(ClosingReason.NOT_AUTHENTICATED);
        }
    }

    @Override
    public void frame(byte[] content, int length) {
        if (isClosed) {
            return;
        }
        meters.frame();
        try {
            read(content, length);
        } catch (MalformedFrame e) {
            refused(e.refusal(), content, length);
        } catch (RuntimeException e) {
            // Our own fault, and no reason to lose the connection of every terminal behind a forwarder.
            meters.failed();
            LOG.errorf(e, "A frame from %s could not be handled", line.remote());
        }
    }

    @Override
    public void refused(FrameRefusal refusal, byte[] content, int length) {
        if (isClosed) {
            return;
        }
        meters.refused(refusal);
        refusals.note(refusal, line.remote(), content, length);
        count(dialogue.onlyTerminal(), refusal.label());
        if (refusal.isMalformed() && flood.isReachedBy(clock.instant())) {
            close(ClosingReason.MALFORMED_FLOOD);
        }
    }

    private void read(byte[] content, int length) throws MalformedFrame {
        Header header = headers.read(content, length);
        Instant receivedAt = clock.instant();
        if (rate.isExceededBy(receivedAt)) {
            close(ClosingReason.FRAME_FLOOD);
            return;
        }
        try {
            if (header.isPart()) {
                readPart(header, content, receivedAt);
            } else {
                dialogue.hear(header, decode(header, content), receivedAt);
            }
        } catch (MalformedFrame e) {
            dialogue.refuse(header, e.refusal());
            throw e;
        }
    }

    private void readPart(Header header, byte[] content, Instant receivedAt) throws MalformedFrame {
        if (!dialogue.admitsParts(header)) {
            return;
        }
        Codecs.requireReadable(header);
        requireKept(header);
        Optional<PartialMessage> complete = parts.take(header, content);
        if (complete.isPresent()) {
            Header whole = complete.get().header();
            dialogue.hear(whole, Codecs.decodeWhole(whole, complete.get().body()), receivedAt);
        }
    }

    private static Message decode(Header header, byte[] content) throws MalformedFrame {
        requireKept(header);
        return Codecs.decode(header, content);
    }

    /** Told before it takes any memory: the terminal keeps its picture, and does not send it in vain part by part. */
    private static void requireKept(Header header) throws MalformedFrame {
        if (header.messageId() == MessageId.MEDIA_UPLOAD) {
            throw new MalformedFrame(FrameRefusal.MEDIA_NOT_KEPT);
        }
    }

    private void gaveUp(Header header) {
        meters.refused(FrameRefusal.PARTS_MISSING);
        count(dialogue.terminalOf(header), FrameRefusal.PARTS_MISSING.label());
    }

    /** By the terminal where it is known, otherwise by the address. */
    private void count(@Nullable TrackedTerminal terminal, String reason) {
        if (terminal == null) {
            strangers.count(line.remoteHost(), reason, clock.instant());
        } else {
            terminal.countRefusal(reason, clock.instant());
        }
    }

    private void close(ClosingReason reason) {
        meters.closed(reason);
        count(dialogue.onlyTerminal(), reason.label());
        LOG.warnf("Connection from %s closed: %s", line.remote(), reason.label());
        isClosed = true;
        line.close();
    }
}
