package org.rescueline.demo.fleet;

/** Makes vehicle identification numbers with a true check digit (GB 16735, position 9), so that the register accepts them. */
final class DemoVin {

    private static final String PREFIX = "LZGDEM00";
    private static final String SUFFIX = "RX%06d";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String LETTER_VALUES = "12345678123457923456789";

    private DemoVin() {}

    /** @param number 0 to 999,999 */
    static String of(int number) {
        var withoutCheck = PREFIX + "0" + SUFFIX.formatted(number);
        return PREFIX + checkDigit(withoutCheck) + withoutCheck.substring(PREFIX.length() + 1);
    }

    private static char checkDigit(String vin) {
        int sum = 0;
        for (int i = 0; i < vin.length(); i++) {
            sum += WEIGHTS[i] * valueOf(vin.charAt(i));
        }
        int remainder = sum % 11;
        return remainder == 10 ? 'X' : (char) ('0' + remainder);
    }

    private static int valueOf(char sign) {
        if (Character.isDigit(sign)) {
            return sign - '0';
        }
        return LETTER_VALUES.charAt(LETTERS.indexOf(sign)) - '0';
    }
}
