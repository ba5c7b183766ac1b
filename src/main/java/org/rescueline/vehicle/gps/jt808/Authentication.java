package org.rescueline.vehicle.gps.jt808;

/**
 * 0x0102: shows the code that the registration was answered with.
 *
 * @param imei 2019 only, empty before
 * @param softwareVersion 2019 only, empty before
 */
public record Authentication(String code, String imei, String softwareVersion) implements TerminalMessage {
    /** As the editions before 2019 send it. */
    public static Authentication of(String code) {
        return new Authentication(code, "", "");
    }

    @Override
    public int messageId() {
        return MessageId.AUTHENTICATION;
    }

    /** The code is a secret of its terminal and stays out of logs. */
    @Override
    public String toString() {
        return "Authentication[imei=" + imei + ", softwareVersion=" + softwareVersion + "]";
    }
}
