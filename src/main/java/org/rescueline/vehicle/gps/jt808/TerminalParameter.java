package org.rescueline.vehicle.gps.jt808;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.Set;

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

    /** Access point, name and password for the mobile network, of the first server and of the second. */
    private static final Set<Long> SECRETS = Set.of(0x0010L, 0x0011L, 0x0012L, 0x0014L, 0x0015L, 0x0016L);

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

    /** Whether the value is how the terminal signs on to its mobile network: it is neither kept nor shown. */
    public boolean isSecret() {
        return SECRETS.contains(id);
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

    /** For records and logs: without the value when that is a secret. */
    @Override
    public String toString() {
        return "0x%04x=%s".formatted(id, isSecret() ? "***" : HexFormat.of().formatHex(value));
    }
}
