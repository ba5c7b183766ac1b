package org.rescueline.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rescueline.shared.Failure;

class VinTest {
    @Test
    void readsWhatPeopleType() {
        // Given blanks, a hyphen and small letters
        String typed = " 1m8gdm9a-xkp042788 ";

        // When
        Vin vin = Vin.parse(typed);

        // Then
        assertThat(vin.text()).isEqualTo("1M8GDM9AXKP042788");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M8GDM9AXKP042788", "11111111111111111", "5GZCZ43D13S812715"})
    void seesThatTheCheckDigitFits(String text) {
        // Given a VIN whose check digit is known to be right
        Vin vin = new Vin(text);

        // When
        boolean isRight = vin.isCheckDigitRight();

        // Then
        assertThat(isRight).isTrue();
    }

    @Test
    void takesAWrongCheckDigitAndSaysSo() {
        // Given
        Vin vin = Vin.parse("1M8GDM9A0KP042788");

        // When
        boolean isRight = vin.isCheckDigitRight();

        // Then
        assertThat(isRight).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1M8GDM9AXKP04278",
                "1M8GDM9AXKP0427888",
                "1M8GDM9AXKP04278O",
                "IM8GDM9AXKP042788",
                "QM8GDM9AXKP042788",
                "1M8GDM9AXKP04278陕",
                "1M8GDM9AXKP0427\n8"
            })
    void refusesWrongLengthsAndLetters(String typed) {
        // Given what is no VIN

        // When
        var parsing = assertThatThrownBy(() -> Vin.parse(typed));

        // Then
        parsing.isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.code()).isEqualTo("vehicle.vin-malformed"));
    }

    @Property(seed = "17")
    void exactlyOneCheckDigitFitsAnyVin(@ForAll("vins") String vin) {
        // Given any sixteen characters and the eleven check digits

        // When
        long fitting = "0123456789X"
                .chars()
                .filter(digit -> new Vin(vin.substring(0, 8) + (char) digit + vin.substring(9)).isCheckDigitRight())
                .count();

        // Then
        assertThat(fitting).isEqualTo(1);
    }

    @Provide
    Arbitrary<String> vins() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHJKLMNPRSTUVWXYZ0123456789")
                .ofLength(17);
    }
}
