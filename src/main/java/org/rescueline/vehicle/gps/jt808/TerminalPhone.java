package org.rescueline.vehicle.gps.jt808;

/**
 * The text form of a terminal phone: decimal digits without the zeros in front, because the same terminal is
 * registered by one party with its padding and by the other without it.
 */
public final class TerminalPhone {
    /** The most digits a header carries (2019). */
    public static final int MAX_DIGITS = 20;

    private TerminalPhone() {}

    /**
     * Brings a terminal phone as people and feeds write it to the form it is stored and matched in.
     *
     * @return the digits without leading zeros, or the text itself, stripped, when it is not made of digits (an
     *     HTTP feed may name its devices with letters)
     */
    public static String canonical(String written) {
        String stripped = written.strip();
        int start = 0;
        while (start < stripped.length() - 1 && stripped.charAt(start) == '0') {
            start++;
        }
        return isDigits(stripped) ? stripped.substring(start) : stripped;
    }

    /** Whether a JT/T 808 header can carry this phone. */
    public static boolean fits(String canonical, ProtocolVersion version) {
        return isDigits(canonical) && !isZero(canonical) && canonical.length() <= version.phoneBytes() * 2;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(c -> c == '0');
    }

    /** Reads {@code bytes} BCD bytes. */
    static String fromBcd(byte[] content, int offset, int bytes) throws MalformedFrame {
        char[] digits = new char[bytes * 2];
        int length = 0;
        for (int nibble = 0; nibble < bytes * 2; nibble++) {
            int value = (content[offset + nibble / 2] >> (nibble % 2 == 0 ? 4 : 0)) & 0x0f;
            if (value > 9) {
                throw new MalformedFrame(FrameRefusal.BAD_PHONE);
            }
            if (value != 0 || length > 0) {
                digits[length++] = (char) ('0' + value);
            }
        }
        if (length == 0) {
            throw new MalformedFrame(FrameRefusal.BAD_PHONE);
        }
        return new String(digits, 0, length);
    }

    /** Writes the phone into {@code bytes} BCD bytes, zeros in front. */
    static void toBcd(String phone, byte[] target, int offset, int bytes) {
        int padding = bytes * 2 - phone.length();
        if (padding < 0 || !isDigits(phone)) {
            throw new IllegalArgumentException("a terminal phone has at most " + bytes * 2 + " digits: " + phone);
        }
        for (int index = 0; index < phone.length(); index++) {
            int nibble = padding + index;
            int shift = nibble % 2 == 0 ? 4 : 0;
            target[offset + nibble / 2] |= (byte) ((phone.charAt(index) - '0') << shift);
        }
    }
}
