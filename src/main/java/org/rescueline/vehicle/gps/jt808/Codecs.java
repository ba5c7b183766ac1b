package org.rescueline.vehicle.gps.jt808;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every message spoken here, one codec each. */
public final class Codecs {
    private static final List<MessageCodec<?>> ALL = List.of(
            new TerminalAckCodec(),
            new HeartbeatCodec(),
            new LogoutCodec(),
            new RegistrationCodec(),
            new AuthenticationCodec(),
            new LocationReportCodec(),
            new LocationAnswerCodec(),
            new LocationBatchCodec(),
            new DriverIdentityCodec(),
            new MediaUploadCodec(),
            new ParameterAnswerCodec(),
            new TerminalAttributesCodec(),
            new PlatformAckCodec(),
            new PartRequestCodec(),
            new RegistrationAnswerCodec(),
            new ParameterOrderCodec(),
            new ParameterQueryCodec(),
            new ParameterSelectionCodec(),
            new AttributeQueryCodec(),
            new TerminalControlCodec(),
            new LocationQueryCodec(),
            new TrackingOrderCodec(),
            new TextMessageCodec());

    private static final Map<Integer, MessageCodec<?>> BY_ID = byId();

    private Codecs() {}

    /**
     * Reads the body of a frame whose header has been read.
     *
     * @param content the same bytes that the header was read from
     * @throws MalformedFrame when the message is encrypted, one part of several, of no known id, or too short
     */
    public static Message decode(Header header, byte[] content) throws MalformedFrame {
        if (header.isPart()) {
            throw new MalformedFrame(FrameRefusal.SUB_PACKET);
        }
        return codecOf(header)
                .decode(new BodyReader(content, header.bodyOffset(), header.bodyLength()), header.version());
    }

    /**
     * Reads a body that was put together from its parts.
     *
     * @param header of the first part
     * @throws MalformedFrame when the message is encrypted, of no known id, or too short
     */
    public static Message decodeWhole(Header header, byte[] body) throws MalformedFrame {
        return codecOf(header).decode(new BodyReader(body, 0, body.length), header.version());
    }

    /**
     * Refuses what could not be read however many parts of it came: before any memory is spent on it.
     *
     * @throws MalformedFrame when the message is encrypted or of no known id
     */
    public static void requireReadable(Header header) throws MalformedFrame {
        codecOf(header);
    }

    private static MessageCodec<?> codecOf(Header header) throws MalformedFrame {
        if (header.encryption() != 0) {
            throw new MalformedFrame(FrameRefusal.ENCRYPTED);
        }
        MessageCodec<?> codec = BY_ID.get(header.messageId());
        if (codec == null) {
            throw new MalformedFrame(FrameRefusal.UNKNOWN_MESSAGE);
        }
        return codec;
    }

    static void encode(Message message, BodyWriter body, ProtocolVersion version) {
        @Nullable MessageCodec<?> codec = BY_ID.get(message.messageId());
        if (codec == null) {
            throw new IllegalArgumentException("no codec for " + message);
        }
        encode(codec, message, body, version);
    }

    private static <M extends Message> void encode(
            MessageCodec<M> codec, Message message, BodyWriter body, ProtocolVersion version) {
        codec.encode(codec.messageType().cast(message), body, version);
    }

    private static Map<Integer, MessageCodec<?>> byId() {
        Map<Integer, MessageCodec<?>> byId = new HashMap<>();
        ALL.forEach(codec -> byId.put(codec.messageId(), codec));
        return Map.copyOf(byId);
    }
}
