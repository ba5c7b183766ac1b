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
    /** Terminal → platform: its settings, because it was asked. */
    public static final int PARAMETER_ANSWER = 0x0104;
    /** Terminal → platform: what it is, because it was asked. */
    public static final int ATTRIBUTE_ANSWER = 0x0107;
    /** Terminal → platform: where it is. */
    public static final int LOCATION_REPORT = 0x0200;
    /** Terminal → platform: where it is, because it was asked. */
    public static final int LOCATION_ANSWER = 0x0201;
    /** Terminal → platform: who drives. */
    public static final int DRIVER_IDENTITY = 0x0702;
    /** Terminal → platform: where it was, several times. */
    public static final int LOCATION_BATCH = 0x0704;
    /** Terminal → platform: a picture, sound or film. */
    public static final int MEDIA_UPLOAD = 0x0801;
    /** Platform → terminal: general answer. */
    public static final int PLATFORM_ACK = 0x8001;
    /** Platform → terminal: parts are missing. */
    public static final int PART_REQUEST = 0x8003;
    /** Platform → terminal: answer to a registration. */
    public static final int REGISTRATION_ANSWER = 0x8100;
    /** Platform → terminal: change settings. */
    public static final int PARAMETER_ORDER = 0x8103;
    /** Platform → terminal: which settings have you? */
    public static final int PARAMETER_QUERY = 0x8104;
    /** Platform → terminal: do something to yourself. */
    public static final int TERMINAL_CONTROL = 0x8105;
    /** Platform → terminal: which values have these settings? */
    public static final int PARAMETER_SELECTION = 0x8106;
    /** Platform → terminal: what are you? */
    public static final int ATTRIBUTE_QUERY = 0x8107;
    /** Platform → terminal: where are you? */
    public static final int LOCATION_QUERY = 0x8201;
    /** Platform → terminal: report more often for a while. */
    public static final int TRACKING_ORDER = 0x8202;
    /** Platform → terminal: words for the driver. */
    public static final int TEXT_MESSAGE = 0x8300;

    private MessageId() {}
}
