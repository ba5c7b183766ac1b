package org.rescueline.vehicle.gps.jt808;

/** 0x0003: the terminal leaves the register; its authentication code ends with it. */
public record Logout() implements TerminalMessage {
    @Override
    public int messageId() {
        return MessageId.LOGOUT;
    }
}
