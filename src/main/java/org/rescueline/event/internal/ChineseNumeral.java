package org.rescueline.event.internal;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a number written in Chinese numerals, both as drivers spell a post digit by digit ({@code 九八五}) and as they
 * say it ({@code 九百八十五}). Up to 9999.
 */
final class ChineseNumeral {

    /** Every character that may stand in such a number. */
    static final String CHARACTERS = "零〇一二三四五六七八九十百千两幺";

    /** Every character by which a number is spelled digit by digit. */
    static final String DIGIT_CHARACTERS = "零〇一二三四五六七八九两幺";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String UNITS = "十百千";

    private ChineseNumeral() {}

    /** The numeral of one digit from 0 to 9. */
    static String ofDigit(String digit) {
        return DIGITS.substring(Integer.parseInt(digit), Integer.parseInt(digit) + 1);
    }

    /**
     * The digits of a number that is more a name: {@code 30}, {@code 三十} and {@code 三零} are 30, {@code 零五一一} is 0511.
     *
     * @return absent when it is none, or longer than four digits
     */
    static Optional<String> roadNumber(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return Optional.of(text);
        }
        var number = read(text);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isSpelled(text)
                        ? text.chars()
                                .map(ChineseNumeral::digit)
                                .mapToObj(Integer::toString)
                                .collect(joining())
                        : Integer.toString(number.getAsInt()));
    }

    static OptionalInt read(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> CHARACTERS.indexOf(c) < 0)) {
            return OptionalInt.empty();
        }
        return isSpelled(text) ? spelled(text) : spoken(text);
    }

    private static boolean isSpelled(String text) {
        return text.chars().noneMatch(c -> UNITS.indexOf(c) >= 0);
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
