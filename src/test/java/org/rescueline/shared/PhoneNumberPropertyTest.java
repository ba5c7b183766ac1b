package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhoneNumberPropertyTest {

    @Property
    void neverLetsAnythingButDigitsThrough(@ForAll String text) {
        // When
        var number = PhoneNumber.find(text);

        // Then
        number.ifPresent(found -> {
            assertThat(found.e164()).matches("\\+[1-9][0-9]{6,14}");
            assertThat(found.dialable()).matches("[0-9]{7,17}");
        });
    }

    @Property
    void neverLetsAnythingButDigitsThroughHoweverLikeANumberItLooks(@ForAll("nearlyNumbers") String text) {
        PhoneNumber.find(text).ifPresent(found -> assertThat(found.dialable()).matches("[0-9]{7,17}"));
    }

    @Property
    void readsItsOwnFormsBackAsTheSameNumber(@ForAll("numbers") String written) {
        // Given
        var number = PhoneNumber.parse(written);

        // When
        var fromStored = PhoneNumber.parse(number.e164());
        var fromDialled = PhoneNumber.parse(number.dialable());

        // Then
        assertThat(fromStored).isEqualTo(number);
        assertThat(fromDialled).isEqualTo(number);
    }

    @Property
    void masksAtLeastThreeDigits(@ForAll("numbers") String written) {
        // Given
        var number = PhoneNumber.parse(written);

        // When
        var masked = number.masked();

        // Then
        assertThat(masked.replace("*", "").length())
                .isLessThanOrEqualTo(number.dialable().length() - 3);
        assertThat(number.dialable()).doesNotContain(masked);
    }

    @Provide
    Arbitrary<String> numbers() {
        var mobile = digits(9).map(rest -> "13" + rest);
        var landline = digits(8).map(rest -> "029" + rest);
        var shortLandline = digits(7).map(rest -> "0912" + rest);
        var service = digits(7).map(rest -> "400" + rest);
        var abroad = digits(9).map(rest -> "+49" + rest);
        return Arbitraries.oneOf(mobile, landline, shortLandline, service, abroad);
    }

    @Provide
    Arbitrary<String> nearlyNumbers() {
        var noise = Arbitraries.strings().withChars("\r\n,;&|()[]${}*#@/ -.+w").ofMaxLength(3);
        return Combinators.combine(noise, numbers(), noise).as((before, number, after) -> before + number + after);
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }
}
