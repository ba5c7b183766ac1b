package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.Sipp;
import org.rescueline.testkit.TestCentre;

/**
 * What the switch does for a caller by itself, with no service at all: the night roster, the skills, the overflow, and the
 * word that calls are recorded.
 */
class NightOnAsteriskIT {

    private static final String CALLER = "13900139009";
    private static final Duration PATIENCE = TestCentre.PATIENCE;
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    private static AsteriskInstance exchange;

    private final List<Sipp> people = new ArrayList<>();

    @BeforeAll
    static void start() {
        exchange = AsteriskInstance.prepare("night")
                .withOnlyDesks("1001", "1002", "1003")
                .with("penalty", "1003=20")
                .with("night-agent", "1002")
                .with("night", "always")
                .with("night-seconds", "6")
                .with("consent", "yes")
                .with("menu", "yes")
                .with("menu-seconds", "3")
                .with("ring-seconds", "20")
                .start();
    }

    @AfterEach
    void sendPeopleHome() {
        people.forEach(Sipp::close);
        exchange.cli("channel request hangup all");
        await().atMost(PATIENCE)
                .until(() -> exchange.cli("core show channels concise").isBlank());
        exchange.cli("dialplan set global NIGHT_HOURS always");
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @Test
    void ringsAtNightWhoeverIsOnTheNightRosterAndNobodyElse() {
        // Given
        var byDay = desk("1001");
        var byNight = desk("1002");

        // When
        people.add(Sipp.caller(exchange, "4008809818", CALLER, LONG));

        // Then
        await().atMost(PATIENCE).until(() -> isTalking("1002"));
        assertThat(byNight.calls()).isEqualTo(1);
        assertThat(byDay.calls()).isZero();
    }

    @Test
    void ringsEverybodyWhenNobodyOfTheNightRosterAnswers() {
        // Given
        desk("1001");
        people.add(Sipp.ringingOut(exchange, exchange.phone("1002")));

        // When
        people.add(Sipp.caller(exchange, "4008809818", CALLER, LONG));

        // Then
        await().atMost(PATIENCE).until(() -> isTalking("1001"));
    }

    @Test
    void givesARescueToWhoeverHasTheSkillThoughAnotherIsFreeAsWell() {
        // Given
        exchange.cli("dialplan set global NIGHT_HOURS never");
        var skilled = desk("1001");
        var unskilled = desk("1003");
        exchange.cli("queue pause member PJSIP/1002 queue hotline");

        // When
        people.add(Sipp.pressing(exchange, CALLER, "1", Duration.ofSeconds(1), Duration.ZERO, LONG));
        await().atMost(PATIENCE).until(() -> isTalking("1001"));
        people.add(Sipp.pressing(exchange, "13900139008", "3", Duration.ofSeconds(1), Duration.ZERO, LONG));

        // Then
        await().atMost(PATIENCE).until(() -> isTalking("1003"));
        assertThat(skilled.calls()).isEqualTo(1);
        assertThat(unskilled.calls()).isEqualTo(1);
    }

    @Test
    void saysThatTheCallIsRecordedBeforeAnybodyRings() {
        // Given
        var byNight = desk("1002");

        // When
        people.add(Sipp.caller(exchange, "4008809818", CALLER, LONG));

        // Then
        await().atMost(PATIENCE)
                .until(() -> exchange.cli("core show channels concise").contains("rescueline/consent"));
        assertThat(byNight.calls()).isZero();
        await().atMost(PATIENCE).until(() -> isTalking("1002"));
    }

    private Sipp desk(String extension) {
        var phone = Sipp.counting(
                exchange,
                exchange.phone(extension),
                "phone-answers",
                Map.of("answer_ms", SOON.toMillis(), "talk_ms", LONG.toMillis()));
        people.add(phone);
        return phone;
    }

    private static boolean isTalking(String extension) {
        return exchange.cli("core show channels concise")
                .lines()
                .anyMatch(line -> line.startsWith("PJSIP/" + extension + "-") && line.contains("!Up!"));
    }
}
