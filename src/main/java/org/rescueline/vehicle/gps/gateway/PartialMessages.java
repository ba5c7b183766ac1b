package org.rescueline.vehicle.gps.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;
import org.rescueline.vehicle.gps.jt808.Header;
import org.rescueline.vehicle.gps.jt808.MalformedFrame;
import org.rescueline.vehicle.gps.jt808.PartRequest;

/**
 * Puts the messages of one connection together that come in parts.
 *
 * <ul>
 *   <li>Parts belong together by terminal, message id and serial, which the standard counts up from part to part.
 *   <li>When the last part is there and others are not, and again after {@code rescueline.gps.parts.resend-after}, the
 *       missing ones are asked for (0x8003).
 *   <li>What is not whole after {@code rescueline.gps.parts.timeout} is thrown away and counted. It was never
 *       acknowledged, so the terminal sends it again.
 *   <li>Memory is bounded twice: for each connection and for all of them.
 * </ul>
 *
 * <p>All of it on the thread of the line.
 */
final class PartialMessages {
    private final Map<Key, PartialMessage> open = new HashMap<>();
    private final Line line;
    private final GpsConfig.Parts config;
    private final PartsMemory memory;
    private final BiConsumer<Header, PartRequest> asking;
    private final Consumer<Header> givingUp;
    private int bytes;

    /** What parts of one message have in common. */
    private record Key(String terminalPhone, int messageId, int firstSerial, int partCount) {
        private static Key of(Header header) {
            return new Key(header.terminalPhone(), header.messageId(), header.firstSerial(), header.partCount());
        }
    }

    /**
     * The messages of one connection.
     *
     * @param asking sends a question for missing parts
     * @param givingUp is told of each message that did not become whole
     */
    PartialMessages(
            Line line,
            GpsConfig.Parts config,
            PartsMemory memory,
            BiConsumer<Header, PartRequest> asking,
            Consumer<Header> givingUp) {
        this.line = line;
        this.config = config;
        this.memory = memory;
        this.asking = asking;
        this.givingUp = givingUp;
    }

    /**
     * Takes one part.
     *
     * @return the message, once it is whole
     * @throws MalformedFrame when the message has too many parts, or there is no memory for it now
     */
    Optional<PartialMessage> take(Header header, byte[] content) throws MalformedFrame {
        if (header.partCount() > config.maxParts()) {
            throw new MalformedFrame(FrameRefusal.TOO_MANY_PARTS);
        }
        Key key = Key.of(header);
        PartialMessage message = open.get(key);
        if (message == null) {
            message = begin(key, header);
        }
        if (message.has(header)) {
            return Optional.empty();
        }
        reserve(header.bodyLength());
        message.put(header, content);
        if (message.isWhole()) {
            forget(key, message);
            return Optional.of(message);
        }
        if (header.partIndex() == header.partCount()) {
            asking.accept(message.header(), message.missingParts());
        }
        return Optional.empty();
    }

    /** The connection has ended. */
    void clear() {
        memory.giveBack(bytes);
        bytes = 0;
        open.clear();
    }

    private PartialMessage begin(Key key, Header header) throws MalformedFrame {
        reserve(PartialMessage.emptyBytes(header.partCount()));
        PartialMessage begun = new PartialMessage(header);
        open.put(key, begun);
        remind(key, begun, config.resendAfter());
        return begun;
    }

    private void remind(Key key, PartialMessage message, Duration waited) {
        line.after(config.resendAfter(), () -> {
            if (open.get(key) != message) {
                return;
            }
            if (waited.compareTo(config.timeout()) >= 0) {
                forget(key, message);
                givingUp.accept(message.header());
                return;
            }
            asking.accept(message.header(), message.missingParts());
            remind(key, message, waited.plus(config.resendAfter()));
        });
    }

    private void forget(Key key, PartialMessage message) {
        open.remove(key);
        bytes -= message.bytes();
        memory.giveBack(message.bytes());
    }

    private void reserve(int more) throws MalformedFrame {
        if (bytes + more > config.maxBytesPerConnection() || !memory.take(more)) {
            throw new MalformedFrame(FrameRefusal.PARTS_MEMORY_FULL);
        }
        bytes += more;
    }
}
