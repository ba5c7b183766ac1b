package org.rescueline.vehicle.gps.jt808;

/**
 * Who speaks, in which edition, and what about.
 *
 * @param messageId see {@link MessageId}
 * @param version {@link ProtocolVersion#V2013} stands for 2011 too: their headers are the same
 * @param terminalPhone canonical form, see {@link TerminalPhone#canonical}
 * @param serial the sender's running number, 0 to 65,535
 * @param encryption bits 10 to 12 of the properties; 0 is plain
 * @param isPart whether the body is one of several parts
 * @param bodyOffset where the body starts in the frame
 * @param bodyLength bytes of body, 0 to 1,023
 */
public record Header(
        int messageId,
        ProtocolVersion version,
        String terminalPhone,
        int serial,
        int encryption,
        boolean isPart,
        int bodyOffset,
        int bodyLength) {

    /** Whom to answer, and how. */
    public TerminalAddress address() {
        return new TerminalAddress(version, terminalPhone);
    }
}
