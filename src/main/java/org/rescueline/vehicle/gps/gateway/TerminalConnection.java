package org.rescueline.vehicle.gps.gateway;

import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.jt808.Codecs;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.FrameSink;
import org.rescueline.vehicle.gps.jt808.FrameSplitter;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.HeaderReader;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.Message;

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
    private boolean isClosed;

    TerminalConnection(
            Line line, Dialogue dialogue, GpsConfig config, Clock clock, GatewayMeters meters, RefusalLog refusals) {
        this.line = line;
        this.dialogue = dialogue;
        this.clock = clock;
        this.meters = meters;
        this.refusals = refusals;
        this.flood = new MalformedFlood(config.malformedLimit(), config.malformedWindow());
    }

    /** The next bytes of the stream. */
    void receive(byte[] bytes) {
        splitter.feed(bytes, 0, bytes.length, this);
    }

    /** The connection has ended. */
    void ended() {
        isClosed = true;
        dialogue.ended();
    }

    /** Whether any terminal may speak over this connection by now. */
    boolean isAuthenticated() {
        return dialogue.hasSessions();
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
        if (refusal.isMalformed() && flood.isReachedBy(clock.instant())) {
            meters.flood();
            LOG.warnf("Connection from %s closed: too many malformed frames", line.remote());
            isClosed = true;
            line.close();
        }
    }

    private void read(byte[] content, int length) throws MalformedFrame {
        Header header = headers.read(content, length);
        Message message;
        try {
            message = Codecs.decode(header, content);
        } catch (MalformedFrame e) {
            dialogue.refuse(header, e.refusal());
            throw e;
        }
        Instant receivedAt = clock.instant();
        dialogue.hear(header, message, receivedAt);
    }
}
