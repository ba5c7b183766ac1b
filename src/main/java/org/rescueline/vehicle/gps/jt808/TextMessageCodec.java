package org.rescueline.vehicle.gps.jt808;

/** 0x8300. */
final class TextMessageCodec implements MessageCodec<TextMessage> {
    /** A notice, as opposed to an advertisement. */
    private static final int SERVICE = 2;

    @Override
    public int messageId() {
        return MessageId.TEXT_MESSAGE;
    }

    @Override
    public Class<TextMessage> messageType() {
        return TextMessage.class;
    }

    @Override
    public TextMessage decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        int flags = body.unsignedByte();
        if (version == ProtocolVersion.V2019) {
            body.unsignedByte();
        }
        return new TextMessage(flags, body.remainingText());
    }

    /** Since 2019 a byte between says what the text is for. */
    @Override
    public void encode(TextMessage message, BodyWriter body, ProtocolVersion version) {
        body.unsignedByte(message.flags());
        if (version == ProtocolVersion.V2019) {
            body.unsignedByte(SERVICE);
        }
        body.text(message.text());
    }
}
