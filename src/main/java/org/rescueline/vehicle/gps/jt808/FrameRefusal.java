package org.rescueline.vehicle.gps.jt808;

import java.util.Locale;

/** Why bytes were not taken as a message. Each reason is counted under its own name. */
public enum FrameRefusal {
    /** Bytes before the first delimiter of a connection. */
    GARBAGE,
    /** More bytes between two delimiters than the longest frame the standard allows. */
    TOO_LONG,
    /** Fewer bytes than a header and its check byte. */
    TOO_SHORT,
    /** 0x7d followed by something other than 0x01 or 0x02. */
    BAD_ESCAPE,
    /** The XOR over header and body is not the check byte. */
    WRONG_CHECK,
    /** The header's body length is not the length of the body. */
    WRONG_LENGTH,
    /** The terminal phone is not made of decimal digits, or is all zero. */
    BAD_PHONE,
    /** The body is encrypted; no key exchange is spoken here. */
    ENCRYPTED,
    /** The body is one part of several where parts are not taken. */
    SUB_PACKET,
    /** A part numbered 0, or higher than the number of parts. */
    BAD_PART,
    /** A message in more parts, or more bytes, than one may have. */
    TOO_MANY_PARTS,
    /** The memory for messages that are not whole yet is full; the terminal sends its message again later. */
    PARTS_MEMORY_FULL,
    /** Parts were still missing when the time for the whole message was over. */
    PARTS_MISSING,
    /** A position among several in one message that cannot be read. */
    BAD_BATCH_ITEM,
    /** A picture, sound or film: none are kept here, and the terminal is told so. */
    MEDIA_NOT_KEPT,
    /** A datagram that ends in the middle of a frame. */
    CUT_OFF,
    /** The body ends before its last obligatory field. */
    BODY_TOO_SHORT,
    /** The message id belongs to no message spoken here. */
    UNKNOWN_MESSAGE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name under which this reason is counted, such as {@code wrong_check}. */
    public String label() {
        return label;
    }

    /**
     * Whether the bytes break the protocol itself. A frame that is merely not supported is no sign of a broken or
     * hostile sender and does not count towards closing its connection.
     */
    public boolean isMalformed() {
        return switch (this) {
            case GARBAGE,
                    TOO_LONG,
                    TOO_SHORT,
                    BAD_ESCAPE,
                    WRONG_CHECK,
                    WRONG_LENGTH,
                    BAD_PHONE,
                    BAD_PART,
                    BODY_TOO_SHORT,
                    CUT_OFF -> true;
            case ENCRYPTED,
                    SUB_PACKET,
                    TOO_MANY_PARTS,
                    PARTS_MEMORY_FULL,
                    PARTS_MISSING,
                    BAD_BATCH_ITEM,
                    MEDIA_NOT_KEPT,
                    UNKNOWN_MESSAGE -> false;
        };
    }
}
