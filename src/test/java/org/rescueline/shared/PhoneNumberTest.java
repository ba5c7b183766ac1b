package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13800000021,        +8613800000021, 13800000021",
        "138-0000-0021,      +8613800000021, 13800000021",
        "'138 0000 0021',    +8613800000021, 13800000021",
        "013800000021,       +8613800000021, 13800000021",
        "8613800000021,      +8613800000021, 13800000021",
        "+8613800000021,     +8613800000021, 13800000021",
        "008613800000021,    +8613800000021, 13800000021",
        "１３８００００００２１,  +8613800000021, 13800000021",
        "029-88880001,       +862988880001,  02988880001",
        "(010)88880001,      +861088880001,  01088880001",
        "0912-7770001,       +869127770001,  09127770001",
        "400-880-9818,       +864008809818,  4008809818",
        "8008409818,         +868008409818,  8008409818",
        "+14155550100,       +14155550100,   0014155550100",
        "0014155550100,      +14155550100,   0014155550100",
    })
    void readsWhatPeopleWriteIntoOneForm(String written, String e164, String dialable) {
        // When
        var number = PhoneNumber.parse(written);

        // Then
        assertThat(number.e164()).isEqualTo(e164);
        assertThat(number.dialable()).isEqualTo(dialable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "anonymous",
                "1380000002",
                "138000000210",
                "12800000021",
                "88880001",
                "2988880001",
                "04008809818",
                "110",
                "13800000021\r\nAction: Originate",
                "13800000021\n",
                "13800000021,1,Answer()",
                "13800000021&SIP/1001",
                "${EVIL}",
                "*98",
                "+",
                "++8613800000021",
                "+8612",
                "１２３；４５６",
                "138000000211380000002113800000021138000000021",
            })
    void refusesWhatIsNoTelephoneNumber(String written) {
        assertThat(PhoneNumber.find(written)).isEmpty();
        assertThatThrownBy(() -> PhoneNumber.parse("callerNumber", written))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID);
                    assertThat(failure.fields()).singleElement().satisfies(problem -> assertThat(problem.field())
                            .isEqualTo("callerNumber"));
                    assertThat(failure.arguments().get("number").toString()).doesNotContain("\r", "\n");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "13800000021,  138****0021",
        "02988880001,  029****0001",
        "09127770001,  091****0001",
        "4008809818,   400****818",
        "+14155550100, 001****0100",
    })
    void masksTheMiddle(String written, String masked) {
        assertThat(PhoneNumber.parse(written).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800000021", "8613800000021", "+86 13800000021"})
    void refusesAnythingButTheOneFormInItsConstructor(String written) {
        assertThatThrownBy(() -> new PhoneNumber(written)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @CsvSource({"13800000021, true", "02988880001, false", "4008809818, false", "+14155550100, false"})
    void knowsAMobile(String written, boolean mobile) {
        assertThat(PhoneNumber.parse(written).isMobile()).isEqualTo(mobile);
    }
}
