package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * One setting of a terminal.
 *
 * @param id the standard's number, such as 0x0001 for the seconds between heartbeats
 * @param value as it stands on the wire: a big-endian number or text in GBK, whichever the id has
 */
public record TerminalParameter(long id, byte[] value) {
    /** Seconds between two heartbeats. */
    public static final long HEARTBEAT_SECONDS = 0x0001;
    /** Seconds between two position reports while the truck sleeps. */
    public static final long SLEEPING_REPORT_SECONDS = 0x0027;
    /** Seconds between two position reports as a rule. */
    public static final long REPORT_SECONDS = 0x0029;

    private static final int LONGEST = 255;

    public TerminalParameter {
        if (value.length > LONGEST) {
            throw new IllegalArgumentException("a parameter holds at most " + LONGEST + " bytes");
        }
    }

    /** A setting that is a number of four bytes. */
    public static TerminalParameter ofNumber(long id, long value) {
        return new TerminalParameter(
                id, new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    /** A setting that is text. */
    public static TerminalParameter ofText(long id, String value) {
        return new TerminalParameter(id, value.getBytes(BodyReader.TEXT));
    }

    /** The value as an unsigned number; absent when it has no or more than four bytes. */
    public OptionalLong asNumber() {
        if (value.length == 0 || value.length > Integer.BYTES) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (byte b : value) {
            number = number << 8 | (b & 0xff);
        }
        return OptionalLong.of(number);
    }

    /** The value as text. */
    public String asText() {
        return new String(value, BodyReader.TEXT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TerminalParameter parameter
                && id == parameter.id
                && Arrays.equals(value, parameter.value);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id) * 31 + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "0x%04x=%s".formatted(id, HexFormat.of().formatHex(value));
    }
}
