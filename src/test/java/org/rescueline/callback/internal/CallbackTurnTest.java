package org.rescueline.callback.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.callback.CallbackFilter;
import org.rescueline.callback.CallbackReason;
import org.rescueline.callback.CallbackService;
import org.rescueline.callback.CallbackState;
import org.rescueline.callback.CallbackView;
import org.rescueline.security.Role;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallAbandoned;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallbackRequested;
import org.rescueline.telephony.DialAttempt;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.DialResult;
import org.rescueline.telephony.RosterMember;
import org.rescueline.testkit.Calls;
import org.rescueline.testkit.FakeNeighbours;
import org.rescueline.testkit.FakeTelephony;
import org.rescueline.testkit.Reactively;
import org.rescueline.testkit.SignIn;

/** Callers who keep their place in line: one callback for each request, dialled when the place has come. */
@QuarkusTest
@TestProfile(FakeNeighbours.class)
class CallbackTurnTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    CallbackService callbacks;

    @Inject
    CallbackFlow flow;

    @Inject
    DialsInTurn turns;

    @Inject
    FakeTelephony telephony;

    @Inject
    Pool pool;

    private final String number = Calls.freshNumber();
    private final Instant joined = Instant.now().minusSeconds(90);
    private final Calls call = Calls.from(number).at(joined);

    @BeforeEach
    void start() {
        telephony.reset();
        SignIn.user("1001", Role.OPERATOR);
        // Other tests' requests stand in the same line.
        pool.query(
                        "update callback set done_at = now(), state = 'DONE' where reason = 'CALLER_REQUEST' and done_at is null")
                .execute()
                .await()
                .atMost(SOON);
        pool.query("update callback_attempt set ended_at = now(), never_dialled = true where ended_at is null")
                .execute()
                .await()
                .atMost(SOON);
    }

    @Test
    void givesOneCallbackHoweverOftenTheRequestAndTheHangUpAreTold() {
        // Given
        abandon();

        // When
        for (int i = 0; i < 3; i++) {
            request();
            abandon();
        }

        // Then
        var callback = only();
        assertThat(callback.reason()).isEqualTo(CallbackReason.CALLER_REQUEST);
        assertThat(callback.calls()).hasSize(1);
        assertThat(callback.dueAt()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void ringsTheFreeOperatorWhenThePlaceHasCome() {
        // Given
        request();
        telephony.seat(seat("1001", RosterMember.State.FREE, false));

        // When
        look();
        look();

        // Then
        assertThat(telephony.ordersFor(new PhoneNumber(number)))
                .singleElement()
                .satisfies(order -> assertThat(order.operatorExtension()).isEqualTo("1001"));
        assertThat(only().state()).isEqualTo(CallbackState.DIALLING);
    }

    @Test
    void waitsForWhoeverStandsInLineInPersonAndCameBefore() {
        // Given
        request();
        telephony.seat(seat("1001", RosterMember.State.FREE, false));
        telephony.know(
                Calls.from(Calls.freshNumber()).at(joined.minusSeconds(5)).ringing("1001"));

        // When
        look();

        // Then
        assertThat(telephony.orders()).isEmpty();
    }

    @Test
    void comesBeforeWhoeverCameLater() {
        // Given
        request();
        telephony.seat(seat("1001", RosterMember.State.FREE, false));
        telephony.know(Calls.from(Calls.freshNumber()).at(joined.plusSeconds(5)).ringing("1002"));

        // When
        look();

        // Then
        assertThat(telephony.ordersFor(new PhoneNumber(number))).hasSize(1);
    }

    @Test
    void takesNobodyWhoIsBusyPausedAwayOrUnknown() {
        // Given
        request();
        telephony.seat(
                seat("1001", RosterMember.State.BUSY, false),
                seat("1001", RosterMember.State.FREE, true),
                seat("1001", RosterMember.State.AWAY, false),
                seat("1987", RosterMember.State.FREE, false));

        // When
        look();

        // Then
        assertThat(telephony.orders()).isEmpty();
        assertThat(only().state()).isEqualTo(CallbackState.DUE);
    }

    @Test
    void servesTheOneWhoStoodLongestFirst() {
        // Given
        var later = Calls.freshNumber();
        request();
        request(Calls.from(later).at(joined.plusSeconds(10)));
        telephony.seat(seat("1001", RosterMember.State.FREE, false));

        // When
        look();

        // Then
        assertThat(telephony.ordersFor(new PhoneNumber(number))).hasSize(1);
        assertThat(telephony.ordersFor(new PhoneNumber(later))).isEmpty();
    }

    @Test
    void keepsThePlaceWhenTheOperatorDidNotPickUpAndGivesItUpWhenTheCustomerDidNot() {
        // Given
        request();
        telephony.seat(seat("1001", RosterMember.State.FREE, false));
        look();
        end(DialResult.OPERATOR_DID_NOT_ANSWER);
        makeDue();
        look();
        assertThat(telephony.ordersFor(new PhoneNumber(number))).hasSize(2);
        end(DialResult.NO_ANSWER);
        makeDue();

        // When
        look();

        // Then
        assertThat(telephony.ordersFor(new PhoneNumber(number))).hasSize(2);
        assertThat(only().state()).isEqualTo(CallbackState.DUE);
    }

    @Test
    void owesNothingMoreWhenTheCustomerCallsAgainAndIsAnswered() {
        // Given
        request();
        var again = Calls.from(number).at(Instant.now());
        var operator = SignIn.user("1001", Role.OPERATOR);

        // When
        Reactively.get(() -> flow.answered(new CallAnswered(again.id(), "1001", again.answeredBy(operator))));

        // Then
        assertThat(only().state()).isEqualTo(CallbackState.DONE);
        telephony.seat(seat("1001", RosterMember.State.FREE, false));
        look();
        assertThat(telephony.orders()).isEmpty();
    }

    @Test
    void dialsOnceThoughAnotherOperatorIsFreeAMomentLater() {
        // Given
        request();
        SignIn.user("1002", Role.OPERATOR);
        telephony.seat(seat("1001", RosterMember.State.FREE, false));
        telephony.whenOrdered(order -> {
            telephony.seat(seat("1002", RosterMember.State.FREE, false));
            return Uni.createFrom()
                    .item(new DialAttempt(order.attemptId(), order.purpose(), Instant.now(), true, null));
        });

        // When
        look();
        look();

        // Then
        assertThat(telephony.ordersFor(new PhoneNumber(number))).hasSize(1);
    }

    private void request() {
        request(call);
    }

    private void request(Calls by) {
        Reactively.get(() ->
                flow.requested(new CallbackRequested(by.id(), by.ringing().offeredAt(), Instant.now(), by.ringing())));
    }

    private void abandon() {
        Reactively.get(() -> flow.abandoned(new CallAbandoned(call.id(), call.abandoned())));
    }

    private void look() {
        Reactively.get(turns::dialNext);
    }

    private void end(DialResult result) {
        var attempts = only().attempts();
        var last = attempts.get(attempts.size() - 1);
        var now = Instant.now();
        var outcome = new DialOutcome(result, 5.0, 0, 16, now, now, null, now, null);
        Reactively.get(() -> flow.ended(new DialEnded(last.id(), DialPurpose.CALLBACK, outcome)));
    }

    private void makeDue() {
        pool.query(
                        "update callback set due_at = now() - interval '1 second' where state = 'DUE' and reason = 'CALLER_REQUEST'")
                .execute()
                .await()
                .atMost(SOON);
    }

    private CallbackView only() {
        var all = new CallbackFilter(Set.of(CallbackState.values()), Set.of(), null);
        List<CallbackView> found = Reactively.get(() -> callbacks.listCallbacks(all, PageRequest.first(200)))
                .items();
        var theirs = found.stream().filter(it -> it.number().equals(number)).toList();
        assertThat(theirs).hasSize(1);
        return theirs.get(0);
    }

    private static RosterMember seat(String extension, RosterMember.State state, boolean paused) {
        return new RosterMember(
                "hotline", extension, "PJSIP/" + extension, "hotline", 0, state, paused, null, 0, true, null);
    }
}
