package org.rescueline.vehicle.gps.jt808;

/** 0x0001. */
final class TerminalAckCodec implements MessageCodec<TerminalAck> {
    @Override
    public int messageId() {
        return MessageId.TERMINAL_ACK;
    }

    @Override
    public Class<TerminalAck> messageType() {
        return TerminalAck.class;
    }

    @Override
    public TerminalAck decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        return new TerminalAck(body.unsignedShort(), body.unsignedShort(), body.unsignedByte());
    }

    @Override
    public void encode(TerminalAck ack, BodyWriter body, ProtocolVersion version) {
        body.unsignedShort(ack.answerSerial()).unsignedShort(ack.answerId()).unsignedByte(ack.result());
    }
}
