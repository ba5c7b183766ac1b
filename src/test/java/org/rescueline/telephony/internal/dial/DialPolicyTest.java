package org.rescueline.telephony.internal.dial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.testkit.ConfigOf;

class DialPolicyTest {

    private static final String PREFIX = "rescueline.telephony.dial.";
    private static final PhoneNumber MOBILE = PhoneNumber.parse("13700137003");
    private static final LocalTime NOON = LocalTime.NOON;

    @Test
    void letsEverybodyRingChinaRoundTheClockUnlessToldOtherwise() {
        for (var role : List.of(Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR)) {
            assertThatCode(() -> policy(Map.of()).openRules(MOBILE, person(role), LocalTime.of(3, 0)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void refusesNumbersAbroadWhoeverAsks() {
        refused("telephony.number-not-allowed", () -> policy(Map.of())
                .openRules(PhoneNumber.parse("+4915112345678"), person(Role.SUPERVISOR), NOON));
    }

    @Test
    void refusesWhatTheRoleMayNotRing() {
        var policy = policy(Map.of(PREFIX + "operator.denied-prefixes", "+86137"));
        refused("telephony.number-not-for-role", () -> policy.openRules(MOBILE, person(Role.OPERATOR), NOON));
        assertThat(policy.openRules(MOBILE, person(Role.OPERATOR, Role.DISPATCHER), NOON))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 20:00, 07:59, false", "08:00, 20:00, 08:00, true", "08:00, 20:00, 20:00, false",
        "20:00, 06:00, 23:00, true", "20:00, 06:00, 05:59, true", "20:00, 06:00, 12:00, false"
    })
    void keepsToTheHoursOfTheRole(String from, String until, String at, boolean isOpen) {
        var policy = policy(Map.of(PREFIX + "operator.from", from, PREFIX + "operator.until", until));
        ThrowingCallable asking = () -> policy.openRules(MOBILE, person(Role.OPERATOR), LocalTime.parse(at));
        if (isOpen) {
            assertThatCode(asking).doesNotThrowAnyException();
        } else {
            refused("telephony.number-not-now", asking);
        }
    }

    @Test
    void refusesTheCallAfterTheLastOneAllowed() {
        // Given
        var rules = policy(Map.of(PREFIX + "operator.per-hour", "3", PREFIX + "operator.per-day", "5"))
                .openRules(MOBILE, person(Role.OPERATOR), NOON);

        // Then
        assertThatCode(() -> DialPolicy.requireLimit(rules, new DialPolicy.Used(2, 4)))
                .doesNotThrowAnyException();
        refused("telephony.dialled-too-often", () -> DialPolicy.requireLimit(rules, new DialPolicy.Used(3, 3)));
        refused("telephony.dialled-too-often", () -> DialPolicy.requireLimit(rules, new DialPolicy.Used(0, 5)));
    }

    @Test
    void doesNotStartWithHoursThatAreNone() {
        assertThatThrownBy(() -> config(Map.of(PREFIX + "operator.from", "25:00")))
                .hasMessageContaining("25:00");
    }

    private static void refused(String code, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code())
                .isEqualTo(code));
    }

    private static Viewer person(Role... roles) {
        return new Viewer(UUID.randomUUID(), "tester", Set.of(roles), Optional.of("1001"));
    }

    private static TelephonyConfig config(Map<String, String> values) {
        return ConfigOf.with(TelephonyConfig.class, values);
    }

    private static DialPolicy policy(Map<String, String> values) {
        return new DialPolicy(config(values), (Pool) null, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
