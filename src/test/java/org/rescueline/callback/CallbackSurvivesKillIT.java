package org.rescueline.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.KilledWhileDialling;
import org.rescueline.testkit.Sipp;
import org.rescueline.testkit.WebPerson;

/** The service is killed on the way to a customer, and the customer is rung once. */
class CallbackSurvivesKillIT {

    private static final String CALLBACKS = "/api/v1/callbacks";

    private static KilledWhileDialling stage;
    private static WebPerson operator;

    private Sipp desk;
    private String callback;

    @BeforeAll
    static void start() {
        stage = KilledWhileDialling.start("callback-killed", "callback");
        operator = WebPerson.admin(stage.centre().service()).enter("callback-operator", Role.OPERATOR, "1001");
    }

    @BeforeEach
    void oweCallback() {
        stage.forget();
        stage.centre()
                .database()
                .execute(
                        "truncate callback_attempt, callback_call, callback, call_leg, dial_attempt, call, outbox cascade");
        operator.signIn();
        callback = operator.request()
                .body(Map.of("number", "13700137003", "dueAt", Instant.now().toString()))
                .post(operator.uri(CALLBACKS))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        desk = Sipp.counting(
                stage.centre().exchange(),
                stage.centre().exchange().phone("1001"),
                "phone-answers",
                Map.of("answer_ms", 300L, "talk_ms", 60_000L));
    }

    @AfterEach
    void sendPeopleHome() {
        desk.close();
        stage.hangUp();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void isDueAgainAfterDyingBetweenClaimAndDialAndReachesTheCustomerOnce() {
        // Given
        stage.outsideAnswersAfter(Duration.ofSeconds(1));

        // When
        stage.dieBetweenClaimAndOrder(
                this::dial,
                "select count(*) from callback c join callback_attempt a on a.callback_id = c.id"
                        + " where c.state = 'CLAIMED' and a.ended_at is null");
        stage.comeBack();

        // Then
        awaitState("DUE");
        assertThat(attempts("never_dialled")).isEqualTo(1);
        assertThat(desk.calls()).isZero();
        assertRings(0);

        // When dialled again
        operator.signIn();
        dial();

        // Then
        awaitState("TO_CONFIRM");
        assertRings(1);
        judgeReached();
    }

    @Test
    void isDueAgainAfterDyingWithAnOrderThatNeverArrived() {
        // Given
        stage.outsideAnswersAfter(Duration.ofSeconds(1));

        // When
        stage.dieBeforeTheSwitchHears(this::dial);
        stage.comeBack();

        // Then
        awaitState("DUE");
        assertThat(attempts("never_dialled")).isEqualTo(1);
        assertThat(desk.calls()).isZero();
        assertRings(0);
    }

    @Test
    void isDoneAfterDyingWhileTheCustomersTelephoneRangThatWasAnswered() {
        // Given
        stage.outsideAnswersAfter(Duration.ofSeconds(4));

        // When
        stage.dieWhileItRings(this::dial);
        stage.comeBack();

        // Then
        awaitState("TO_CONFIRM");
        assertThat(attempts("result = 'ANSWERED' and ring_seconds between 3 and 6"))
                .isEqualTo(1);
        assertRings(1);
        judgeReached();
    }

    @Test
    void isDueLaterAfterDyingWhileTheCustomersTelephoneRangOut() {
        // Given
        stage.outsideRingsOut();

        // When
        stage.dieWhileItRings(this::dial);
        stage.comeBack();

        // Then
        awaitState("DUE");
        assertThat(attempts("result = 'NO_ANSWER' and ring_seconds between 5 and 8"))
                .isEqualTo(1);
        assertThat(stage.centre()
                        .database()
                        .count("select count(*) from callback where due_at > now() + interval '1 minute'"))
                .isEqualTo(1);
        assertRings(1);
    }

    private void dial() {
        operator.request().post(operator.uri(CALLBACKS + "/" + callback + "/dial"));
    }

    private void judgeReached() {
        operator.signIn();
        operator.request()
                .body(Map.of("reached", true))
                .post(operator.uri(CALLBACKS + "/" + callback + "/verdict"))
                .then()
                .statusCode(200);
        awaitState("DONE");
        assertRings(1);
    }

    private static void awaitState(String state) {
        stage.centre().database().awaitCount("select count(*) from callback where state = '" + state + "'", 1);
    }

    private static long attempts(String which) {
        return stage.centre().database().count("select count(*) from callback_attempt where " + which);
    }

    /** The telephone and the switch agree how often it rang, and every attempt is accounted for. */
    private static void assertRings(int expected) {
        assertThat(stage.ringsOutside()).isEqualTo(expected);
        assertThat(stage.channelsOutside()).isEqualTo(expected);
        assertThat(attempts("ended_at is null")).isZero();
    }
}
