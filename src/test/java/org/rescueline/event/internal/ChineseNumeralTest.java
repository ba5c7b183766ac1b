package org.rescueline.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumeralTest {

    private static final String DIGITS = "零一二三四五六七八九";

    @ParameterizedTest
    @CsvSource({"九百八, 980", "九百零八, 908", "十二, 12", "二十, 20", "三千零五十, 3050", "两千, 2000", "一千二, 1200", "幺三〇, 130"})
    void readsWhatDriversSay(String words, int number) {
        // When
        var read = ChineseNumeral.read(words);

        // Then
        assertThat(read).hasValue(number);
    }

    @Test
    void refusesUnitsThatRunUpwards() {
        // When
        var read = ChineseNumeral.read("三十百");

        // Then
        assertThat(read).isEmpty();
    }

    @Property
    void readsBackEveryNumberInFullForm(@ForAll @IntRange(min = 1, max = 9999) int number) {
        // When
        var read = ChineseNumeral.read(inFull(number));

        // Then
        assertThat(read).hasValue(number);
    }

    @Property
    void readsBackEveryNumberSpelledDigitByDigit(@ForAll @IntRange(max = 9999) int number) {
        // Given
        var spelled = new StringBuilder();
        String.valueOf(number).chars().forEach(c -> spelled.append(DIGITS.charAt(c - '0')));

        // When
        var read = ChineseNumeral.read(spelled.toString());

        // Then
        assertThat(read).hasValue(number);
    }

    /** 3050 → 三千零五十: a run of zeros inside is said once, zeros at the end are not said. */
    private static String inFull(int number) {
        var units = new String[] {"", "十", "百", "千"};
        var text = new StringBuilder();
        var digits = String.valueOf(number);
        boolean pendingZero = false;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                pendingZero = true;
                continue;
            }
            if (pendingZero) {
                text.append('零');
                pendingZero = false;
            }
            text.append(DIGITS.charAt(digit)).append(units[digits.length() - 1 - i]);
        }
        return text.toString();
    }
}
