package org.rescueline.vehicle;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.rescueline.shared.Failure;

/**
 * A vehicle identification number (ISO 3779, GB 16735): 17 characters, never I, O or Q.
 *
 * <p>A wrong length or letter is a slip of the pen and refused. A wrong check digit (position 9) is only a doubt: GB
 * 16735 demands it of vehicles made in China, but imported tractors and old records lack it, and a truck at the roadside
 * must not be turned away for that.
 */
public record Vin(String text) {
    /** How many characters drivers read from the windscreen. */
    public static final int SPOKEN_LENGTH = 8;

    private static final Pattern WELL_FORMED = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
    private static final int CHECK_POSITION = 8;
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    /** The value of each letter from A to Z; I, O and Q have none. */
    private static final int[] LETTERS = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};

    /** Refuses what is not in canonical form; use {@link #parse} for what people type. */
    public Vin {
        if (!WELL_FORMED.matcher(text).matches()) {
            throw Failure.invalid("vin", "vehicle.vin-malformed", Map.of("vin", shown(text)));
        }
    }

    /**
     * Reads a VIN as typed: blanks, hyphens and small letters do not matter.
     *
     * @throws Failure INVALID {@code vehicle.vin-malformed}
     */
    public static Vin parse(String typed) {
        return new Vin(SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT));
    }

    /** Whether position 9 fits the other sixteen. */
    public boolean isCheckDigitRight() {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += WEIGHTS[i] * value(text.charAt(i));
        }
        int remainder = sum % 11;
        char expected = remainder == 10 ? 'X' : (char) ('0' + remainder);
        return text.charAt(CHECK_POSITION) == expected;
    }

    @Override
    public String toString() {
        return text;
    }

    private static int value(char c) {
        return c <= '9' ? c - '0' : LETTERS[c - 'A'];
    }

    private static String shown(String typed) {
        String oneLine = typed.replaceAll("\\p{Cntrl}", "?");
        return oneLine.length() > 40 ? oneLine.substring(0, 40) + "…" : oneLine;
    }
}
