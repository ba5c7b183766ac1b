package org.rescueline.vehicle.gps.jt808;

/** 0x0002: still here. */
public record Heartbeat() implements TerminalMessage {
    @Override
    public int messageId() {
        return MessageId.HEARTBEAT;
    }
}
