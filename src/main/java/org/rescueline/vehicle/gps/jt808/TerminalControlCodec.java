package org.rescueline.vehicle.gps.jt808;

/** 0x8105. */
final class TerminalControlCodec implements MessageCodec<TerminalControl> {
    @Override
    public int messageId() {
        return MessageId.TERMINAL_CONTROL;
    }

    @Override
    public Class<TerminalControl> messageType() {
        return TerminalControl.class;
    }

    @Override
    public TerminalControl decode(BodyReader body, ProtocolVersion version) throws MalformedFrame {
        return new TerminalControl(body.unsignedByte(), body.remainingText());
    }

    @Override
    public void encode(TerminalControl control, BodyWriter body, ProtocolVersion version) {
        body.unsignedByte(control.command()).text(control.parameters());
    }
}
