package org.rescueline.telephony.internal.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.testkit.ConfigOf;

/** Whatever people type, the switch is given digits, or nothing. */
class WritesOriginatePropertyTest {

    private final TelephonyConfig config = ConfigOf.defaults(TelephonyConfig.class);

    @Property
    void givesTheSwitchNothingButDigitsOfANumber(@ForAll("typed") String text, @ForAll DialPurpose purpose) {
        // Given
        var number = PhoneNumber.find(text);
        if (number.isEmpty()) {
            return;
        }
        boolean isOperatorFirst = purpose.ringsOperatorFirst();
        var order = new DialOrder(
                UUID.randomUUID(),
                purpose,
                number.get(),
                isOperatorFirst ? "1001" : null,
                Duration.ofSeconds(30),
                "4008809818");

        // When
        var action = WritesOriginate.write(order, isOperatorFirst ? "1001-web" : null, config.dial());

        // Then
        assertThat(action.getChannel()).matches("PJSIP/(1001-web|[0-9]{7,17}@outbound)");
        assertThat(action.getExten()).matches("check|[0-9]{7,17}");
        assertThat(action.getCallerId()).matches("[0-9]{7,17}");
        assertThat(action.getVariables().values())
                .allSatisfy(value -> assertThat(oneLine(value)).matches("[0-9]{1,20}"));
    }

    /** Numbers with something in them: line ends, dial-plan signs, too much of it, other scripts' digits. */
    @Provide
    Arbitrary<String> typed() {
        var digits = Arbitraries.of("13700137003", "+8613700137003", "029-88880001", "008613700137003", "4008809818");
        var poison = Arbitraries.of(
                "",
                "\r\n",
                "\n",
                "\r",
                "\r\nAction: Originate",
                "&",
                "@",
                "/",
                "|",
                ",",
                "${EXTEN}",
                "^",
                "_X.",
                "s",
                "１",
                "٣",
                " ",
                "\u0000",
                "9".repeat(40));
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                digits.flatMap(number -> poison.flatMap(bad -> Arbitraries.integers()
                        .between(0, number.length())
                        .map(at -> number.substring(0, at) + bad + number.substring(at)))));
    }

    private static String oneLine(@Nullable Object value) {
        return String.valueOf(value);
    }
}
