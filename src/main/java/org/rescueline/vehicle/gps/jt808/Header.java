package org.rescueline.vehicle.gps.jt808;

/**
 * Who speaks, in which edition, and what about.
 *
 * @param messageId see {@link MessageId}
 * @param version {@link ProtocolVersion#V2013} stands for 2011 too: their headers are the same
 * @param terminalPhone canonical form, see {@link TerminalPhone#canonical}
 * @param serial the sender's running number, 0 to 65,535
 * @param encryption bits 10 to 12 of the properties; 0 is plain
 * @param partCount of how many parts the body is one; 0 when it is whole
 * @param partIndex which of them it is, from 1 when the sender keeps the standard; 0 when it is whole, or
 *     made of its parts
 * @param bodyOffset where the body starts in the frame
 * @param bodyLength bytes of body, 0 to 1,023
 */
public record Header(
        int messageId,
        ProtocolVersion version,
        String terminalPhone,
        int serial,
        int encryption,
        int partCount,
        int partIndex,
        int bodyOffset,
        int bodyLength) {

    /** Whether the body is one of several parts. */
    public boolean isPart() {
        return partCount > 0;
    }

    /** How many answers are due: one for each part when the message was made of parts, otherwise one. */
    public int answersDue() {
        return partIndex == 0 ? Math.max(1, partCount) : 1;
    }

    /** The serial of the message's first part: parts are numbered in a row. */
    public int firstSerial() {
        return partIndex > 0 ? (serial - partIndex + 1) & 0xffff : serial;
    }

    /** The header of the message that all parts make together, under the serial of the first. */
    public Header asWhole() {
        return new Header(
                messageId, version, terminalPhone, firstSerial(), encryption, partCount, 0, bodyOffset, bodyLength);
    }

    /** Whom to answer, and how. */
    public TerminalAddress address() {
        return new TerminalAddress(version, terminalPhone);
    }
}
