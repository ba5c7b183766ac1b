package org.rescueline.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.KilledWhileDialling;
import org.rescueline.testkit.WebPerson;

/** The service is killed on the way to a duty phone, which rings once at most, and the station is judged fairly. */
class SpotCheckSurvivesKillIT {

    private static KilledWhileDialling stage;
    private static WebPerson supervisor;
    private static Map<String, Object> dutyPhone;

    @BeforeAll
    static void start() {
        stage = KilledWhileDialling.start("spot-check-killed", "spotcheck");
        var admin = WebPerson.admin(stage.centre().service());
        supervisor = admin.enter("spot-check-supervisor", Role.SUPERVISOR, null);
        var station = admin.enterStation("KILL-1", "02988880001", 34.5, 109.5);
        dutyPhone = Map.of("stationId", station.getString("id"), "dutyPhoneId", station.getString("dutyPhones[0].id"));
    }

    @BeforeEach
    void forgetFormerChecks() {
        stage.forget();
        stage.centre().database().execute("truncate spot_check, call_leg, dial_attempt, call, outbox cascade");
        supervisor.signIn();
    }

    @AfterEach
    void sendPeopleHome() {
        stage.hangUp();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void isOurFaultAfterDyingBetweenClaimAndDial() {
        // Given
        stage.outsideAnswersAfter(Duration.ofSeconds(1));

        // When
        stage.dieBetweenClaimAndOrder(this::check, "select count(*) from spot_check where state = 'CLAIMED'");
        stage.comeBack();

        // Then
        awaitVerdict("OUR_LINE_FAILED");
        assertThat(checks("counts")).isZero();
        assertRings(0);
    }

    @Test
    void isOurFaultAfterDyingWithAnOrderThatNeverArrived() {
        // Given
        stage.outsideAnswersAfter(Duration.ofSeconds(1));

        // When
        stage.dieBeforeTheSwitchHears(this::check);
        stage.comeBack();

        // Then
        awaitVerdict("OUR_LINE_FAILED");
        assertRings(0);
    }

    @Test
    void isJudgedByTheSwitchsRecordAfterDyingWhileTheDutyPhoneRangThatWasAnswered() {
        // Given
        stage.outsideAnswersAfter(Duration.ofSeconds(4));

        // When
        stage.dieWhileItRings(this::check);
        stage.comeBack();

        // Then
        awaitVerdict("ANSWERED_IN_TIME");
        assertThat(checks("counts and ring_seconds between 3 and 6")).isEqualTo(1);
        assertRings(1);
    }

    @Test
    void isJudgedByTheSwitchsRecordAfterDyingWhileTheDutyPhoneRangOut() {
        // Given
        stage.outsideRingsOut();

        // When
        stage.dieWhileItRings(this::check);
        stage.comeBack();

        // Then
        awaitVerdict("NO_ANSWER");
        assertRings(1);
    }

    private void check() {
        supervisor.request().body(dutyPhone).post(supervisor.uri("/api/v1/spot-checks"));
    }

    private static void awaitVerdict(String verdict) {
        stage.centre()
                .database()
                .awaitCount("select count(*) from spot_check where state = 'DONE' and verdict = '" + verdict + "'", 1);
    }

    private static long checks(String which) {
        return stage.centre().database().count("select count(*) from spot_check where " + which);
    }

    /** The telephone and the switch agree how often it rang, for the one check there is. */
    private static void assertRings(int expected) {
        assertThat(stage.ringsOutside()).isEqualTo(expected);
        assertThat(stage.channelsOutside()).isEqualTo(expected);
        assertThat(checks("true")).isEqualTo(1);
    }
}
