package org.rescueline.vehicle.gps.jt808;

/** The numbers the standard gives to the messages spoken here. */
public final class MessageId {
    /** Terminal → platform: answer to a command. */
    public static final int TERMINAL_ACK = 0x0001;
    /** Terminal → platform: still here. */
    public static final int HEARTBEAT = 0x0002;
    /** Terminal → platform: leaves the register. */
    public static final int LOGOUT = 0x0003;
    /** Terminal → platform: asks for an authentication code. */
    public static final int REGISTRATION = 0x0100;
    /** Terminal → platform: shows its authentication code. */
    public static final int AUTHENTICATION = 0x0102;
    /** Terminal → platform: where it is. */
    public static final int LOCATION_REPORT = 0x0200;
    /** Terminal → platform: where it is, because it was asked. */
    public static final int LOCATION_ANSWER = 0x0201;
    /** Platform → terminal: general answer. */
    public static final int PLATFORM_ACK = 0x8001;
    /** Platform → terminal: answer to a registration. */
    public static final int REGISTRATION_ANSWER = 0x8100;
    /** Platform → terminal: where are you? */
    public static final int LOCATION_QUERY = 0x8201;

    private MessageId() {}
}
