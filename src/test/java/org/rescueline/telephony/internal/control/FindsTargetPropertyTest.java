package org.rescueline.telephony.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rescueline.shared.PhoneNumber;

class FindsTargetPropertyTest {

    @Property
    void takesForAnExtensionOnlyFourDigitsThatBeginWithOne(@ForAll("nearlyExtensions") String text) {
        assertThat(FindsTarget.isExtension(text)).isEqualTo(text.matches("\\A1[0-9][0-9][0-9]\\z"));
    }

    @Property
    void dialsADigitsOnlyNumberOrRefuses(@ForAll String text) {
        PhoneNumber.find(text)
                .map(number -> FindsTarget.dialled(number, "outbound"))
                .ifPresent(dialled -> assertThat(dialled).matches("PJSIP/[0-9]{7,17}@outbound"));
    }

    @Provide
    Arbitrary<String> nearlyExtensions() {
        return Arbitraries.strings()
                .withChars("1023456789\r\n&@/, ")
                .ofMinLength(3)
                .ofMaxLength(6);
    }
}
