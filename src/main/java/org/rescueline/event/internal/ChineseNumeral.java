package org.rescueline.event.internal;

import java.util.OptionalInt;

/**
 * Reads a number written in Chinese numerals, both as drivers spell a post digit by digit ({@code 九八五}) and as they
 * say it ({@code 九百八十五}). Up to 9999.
 */
final class ChineseNumeral {

    /** Every character that may stand in such a number. */
    static final String CHARACTERS = "零〇一二三四五六七八九十百千两幺";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String UNITS = "十百千";

    private ChineseNumeral() {}

    static OptionalInt read(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> CHARACTERS.indexOf(c) < 0)) {
            return OptionalInt.empty();
        }
        return text.chars().anyMatch(c -> UNITS.indexOf(c) >= 0) ? spoken(text) : spelled(text);
    }

    private static OptionalInt spelled(String text) {
        if (text.length() > 4) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                text.chars().map(ChineseNumeral::digit).reduce(0, (number, digit) -> number * 10 + digit));
    }

    /** {@code 三千零五十} is 3050, {@code 十二} is 12, and {@code 九百八} is 980: a last digit belongs to the next unit. */
    private static OptionalInt spoken(String text) {
        int number = 0;
        int digit = -1;
        int lastUnit = 10_000;
        boolean afterZero = false;
        for (int i = 0; i < text.length(); i++) {
            int unit = unit(text.charAt(i));
            if (unit == 0) {
                digit = digit(text.charAt(i));
                afterZero |= digit == 0;
                continue;
            }
            if (unit >= lastUnit) {
                return OptionalInt.empty();
            }
            number += (digit <= 0 ? 1 : digit) * unit;
            lastUnit = unit;
            digit = -1;
            afterZero = false;
        }
        if (digit > 0) {
            number += afterZero || lastUnit == 10 ? digit : digit * lastUnit / 10;
        }
        return OptionalInt.of(number);
    }

    private static int digit(int character) {
        return switch (character) {
            case '〇' -> 0;
            case '两' -> 2;
            case '幺' -> 1;
            default -> DIGITS.indexOf(character);
        };
    }

    private static int unit(char character) {
        return switch (character) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }
}
