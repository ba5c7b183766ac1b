package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.internal.cel.RecordedLines;
import org.rescueline.telephony.manager.CapturedCase;
import org.rescueline.telephony.manager.ScriptedManager;

/** Orders to ring somebody, followed to their end. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class DialTest {

    private static final PhoneNumber DUTY_PHONE = PhoneNumber.parse("029-88880001");

    @Inject
    TelephonyService telephony;

    @Inject
    ToldFacts told;

    @Inject
    Pool pool;

    private final String pbx = "d-" + UUID.randomUUID();
    private final UUID attempt = UUID.randomUUID();
    private ScriptedManager manager;

    @BeforeEach
    void attach() throws IOException {
        manager = new ScriptedManager();
        telephony.attach(manager.address(pbx));
        awaitConnected();
    }

    @AfterEach
    void close() throws IOException {
        manager.close();
        RecordedLines.clear(pool);
    }

    @Test
    void namesTheChannelAfterTheAttemptAndTellsTheOutcome() {
        // Given
        var captured = ofAttempt("spot-check-answered");

        // When
        var taken = Ledgers.get(() -> telephony.dial(spotCheck()));
        captured.events().forEach(manager::tell);

        // Then
        assertThat(taken.accepted()).isTrue();
        assertThat(originates()).singleElement().satisfies(action -> assertThat(action)
                .containsEntry("channelid", attempt.toString())
                .containsEntry("channel", "PJSIP/02988880001@outbound")
                .containsEntry("async", "true"));
        var outcome = awaitOutcome();
        assertThat(outcome.result()).isEqualTo(DialResult.ANSWERED);
        assertThat(outcome.ringSeconds()).isBetween(1.0, 1.4);
        assertThat(trace().kind()).isEqualTo(DialTrace.Kind.ENDED);
        var call = Ledgers.of(telephony, pbx).get(0);
        assertThat(call.id()).isEqualTo(outcome.callId());
        assertThat(call.purpose()).isEqualTo(DialPurpose.SPOT_CHECK);
        assertThat(call.dialedNumber()).isEqualTo("+862988880001");
    }

    @Test
    void ringsTheOperatorFirstForACallback() {
        // Given
        var customer = PhoneNumber.parse("13700137003");
        var order =
                new DialOrder(attempt, DialPurpose.CALLBACK, customer, "1001", Duration.ofSeconds(20), "4008809818");

        // When
        Ledgers.get(() -> telephony.dial(order));
        ofAttempt("callback-customer-busy").events().forEach(manager::tell);

        // Then
        assertThat(originates()).singleElement().satisfies(action -> assertThat(action)
                .containsEntry("channel", "PJSIP/1001")
                .containsEntry("context", "callback")
                .containsEntry("exten", "13700137003"));
        assertThat(awaitOutcome().result()).isEqualTo(DialResult.BUSY);
    }

    @Test
    void doesNotRingTwiceWhenTheSameOrderIsGivenTwice() {
        // Given
        Ledgers.get(() -> telephony.dial(spotCheck()));

        // When
        Ledgers.get(() -> telephony.dial(spotCheck()));

        // Then
        assertThat(originates()).hasSize(1);
    }

    @Test
    void ringsAgainOnlyWhenTheSwitchHasNoTraceOfTheFirstOrder() {
        // Given
        Ledgers.get(() -> telephony.dial(spotCheck()));
        await().atMost(Ledgers.PATIENCE).until(() -> trace().kind() == DialTrace.Kind.NEVER_DIALLED);

        // When
        Ledgers.get(() -> telephony.dial(spotCheck()));

        // Then
        assertThat(originates()).hasSize(2);
    }

    @Test
    void findsAnAttemptThatEndedWhileNobodyListenedInTheRecord() {
        // Given
        Ledgers.get(() -> telephony.dial(spotCheck()));
        RecordedLines.insert(pool, ofAttempt("spot-check-busy"));

        // When
        var found = await().atMost(Ledgers.PATIENCE).until(this::trace, trace -> trace.kind() == DialTrace.Kind.ENDED);

        // Then
        assertThat(found.outcome().result()).isEqualTo(DialResult.BUSY);
        assertThat(awaitOutcome().result()).isEqualTo(DialResult.BUSY);
        assertThat(originates()).hasSize(1);
    }

    @Test
    void saysInProgressWhileTheSwitchHasTheChannel() {
        // Given
        Ledgers.get(() -> telephony.dial(spotCheck()));
        manager.channels()
                .add(("Channel: PJSIP/outbound-00000001\nChannelStateDesc: Ringing\nUniqueid: %s\n"
                                + "Linkedid: %s\nDuration: 00:00:03\nBridgeId: ")
                        .formatted(attempt, attempt));

        // When
        var found =
                await().atMost(Ledgers.PATIENCE).until(this::trace, trace -> trace.kind() != DialTrace.Kind.UNKNOWN);

        // Then
        assertThat(found.kind()).isEqualTo(DialTrace.Kind.IN_PROGRESS);
    }

    @Test
    void doesNotGuessWhileTheSwitchIsAway() throws IOException {
        // Given
        Ledgers.get(() -> telephony.dial(spotCheck()));
        manager.close();
        await().atMost(Ledgers.PATIENCE).until(() -> !telephony.state().connected());

        // When
        var found = trace();

        // Then
        assertThat(found.kind()).isEqualTo(DialTrace.Kind.UNKNOWN);
    }

    @Test
    void takesARefusalForAFaultOfOurLine() {
        // Given
        manager.answers(action -> "Response: Error\r\nMessage: Extension does not exist.\r\n");

        // When
        var taken = Ledgers.get(() -> telephony.dial(spotCheck()));

        // Then
        assertThat(taken.accepted()).isFalse();
        assertThat(taken.refusal()).contains("Extension does not exist");
        assertThat(awaitOutcome().result()).isEqualTo(DialResult.LINE_FAILED);
    }

    @Test
    void takesASwitchThatIsAwayForAFaultOfOurLine() throws IOException {
        // Given
        manager.close();
        await().atMost(Ledgers.PATIENCE).until(() -> !telephony.state().connected());

        // When
        var taken = Ledgers.get(() -> telephony.dial(spotCheck()));

        // Then
        assertThat(taken.accepted()).isFalse();
        assertThat(awaitOutcome().result()).isEqualTo(DialResult.LINE_FAILED);
    }

    @Test
    void doesNotCallAnOrderRefusedThatWasOnlyNotAnswered() {
        // Given
        manager.answers(action -> null);

        // When
        var taken = Ledgers.get(() -> telephony.dial(spotCheck()));

        // Then
        assertThat(taken.accepted()).isTrue();
        assertThat(told.delivered(DialEnded.class))
                .noneMatch(fact -> fact.attemptId().equals(attempt));
    }

    @Test
    void ringsOnlyWhereThePolicyAllows() {
        // Given
        var abroad = new DialOrder(
                attempt,
                DialPurpose.SPOT_CHECK,
                PhoneNumber.parse("+4930123456"),
                null,
                Duration.ofSeconds(20),
                "4008809818");

        // When
        var refused = assertThatThrownBy(() -> Ledgers.get(() -> telephony.dial(abroad)));

        // Then
        refused.isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.code()).isEqualTo("telephony.number-not-allowed"));
        assertThat(originates()).isEmpty();
    }

    @Test
    void saysNeverDialledOfAnOrderNobodyGave() {
        // Given an attempt that was never stored

        // When
        var found = trace();

        // Then
        assertThat(found.kind()).isEqualTo(DialTrace.Kind.NEVER_DIALLED);
    }

    private CapturedCase ofAttempt(String name) {
        return new CapturedCase(name)
                .as(attempt.toString())
                .begun(0, Instant.now().getEpochSecond());
    }

    private DialOrder spotCheck() {
        return new DialOrder(attempt, DialPurpose.SPOT_CHECK, DUTY_PHONE, null, Duration.ofSeconds(20), "4008809818");
    }

    private DialTrace trace() {
        return Ledgers.get(() -> telephony.findDial(attempt));
    }

    private List<Map<String, String>> originates() {
        return manager.actions().stream()
                .filter(action -> "Originate".equalsIgnoreCase(action.get("action")))
                .toList();
    }

    private DialOutcome awaitOutcome() {
        return await().atMost(Ledgers.PATIENCE)
                .until(
                        () -> told.delivered(DialEnded.class).stream()
                                .filter(fact -> fact.attemptId().equals(attempt))
                                .toList(),
                        facts -> !facts.isEmpty())
                .get(0)
                .outcome();
    }

    private void awaitConnected() {
        await().atMost(Ledgers.PATIENCE)
                .until(() -> telephony.state().connected()
                        && pbx.equals(telephony.state().pbx()));
    }
}
