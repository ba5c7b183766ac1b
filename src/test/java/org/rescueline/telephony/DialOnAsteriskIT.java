package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.Sipp;

/** People whom a real Asterisk 22 rings for us. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class DialOnAsteriskIT {

    private static final PhoneNumber NUMBER = PhoneNumber.parse("02988880001");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static AsteriskInstance exchange;

    @Inject
    TelephonyService telephony;

    @Inject
    ToldFacts told;

    private final List<Sipp> people = new ArrayList<>();
    private final UUID attempt = UUID.randomUUID();

    @BeforeEach
    void startExchange() {
        if (exchange == null) {
            exchange = AsteriskInstance.prepare("dial").start();
        }
        telephony.attach(exchange.address("dial"));
        await().atMost(PATIENCE)
                .until(() -> telephony.state().mode() == TelephonyState.Mode.ASTERISK
                        && "dial".equals(telephony.state().pbx()));
    }

    @AfterEach
    void sendPeopleHome() {
        people.forEach(Sipp::close);
    }

    @AfterAll
    static void stopExchange() {
        exchange.close();
    }

    @Test
    void measuresHowLongADutyPhoneRang() {
        // Given
        people.add(Sipp.answering(exchange, exchange.carrier(), Duration.ofSeconds(2), Duration.ofSeconds(10)));

        // When
        Ledgers.get(() -> telephony.dial(spotCheck(20)));

        // Then
        var outcome = awaitOutcome();
        assertThat(outcome.result()).isEqualTo(DialResult.ANSWERED);
        assertThat(outcome.ringSeconds()).isBetween(1.8, 3.0);
    }

    @Test
    void countsRingingThatACarrierSendsAsSound() {
        // Given
        people.add(Sipp.phone(
                exchange, exchange.carrier(), "phone-early-media", Map.of("answer_ms", 1500L, "talk_ms", 10_000L)));

        // When
        Ledgers.get(() -> telephony.dial(spotCheck(20)));

        // Then
        assertThat(awaitOutcome().ringSeconds()).isBetween(1.3, 2.5);
    }

    @Test
    void saysThatNobodyAnswered() {
        // Given
        people.add(Sipp.ringingOut(exchange, exchange.carrier()));

        // When
        Ledgers.get(() -> telephony.dial(spotCheck(2)));

        // Then
        var outcome = awaitOutcome();
        assertThat(outcome.result()).isEqualTo(DialResult.NO_ANSWER);
        assertThat(outcome.ringSeconds()).isBetween(1.5, 3.0);
    }

    @ParameterizedTest
    @CsvSource({"486, BUSY", "603, REJECTED", "404, UNREACHABLE", "480, UNREACHABLE", "503, LINE_FAILED"})
    void tellsTheFarPartysFaultFromOurs(int status, DialResult expected) {
        // Given
        people.add(Sipp.refusing(exchange, exchange.carrier(), status));

        // When
        Ledgers.get(() -> telephony.dial(spotCheck(20)));

        // Then
        assertThat(awaitOutcome().result()).isEqualTo(expected);
        // One cut off before its last message would leave that message to the next phone on the same port.
        people.forEach(Sipp::succeeded);
    }

    @Test
    void takesASilentTrunkForAFaultOfOurLine() {
        // Given nobody at the carrier's end

        // When
        Ledgers.get(() -> telephony.dial(spotCheck(2)));

        // Then
        assertThat(awaitOutcome().result()).isEqualTo(DialResult.LINE_FAILED);
    }

    @Test
    void ringsTheOperatorFirstAndThenTheCustomer() {
        // Given
        people.add(Sipp.answering(exchange, exchange.phone("1001"), Duration.ofMillis(300), Duration.ofSeconds(30)));
        people.add(Sipp.answering(exchange, exchange.carrier(), Duration.ofSeconds(1), Duration.ofSeconds(2)));

        // When
        Ledgers.get(() -> telephony.dial(callback()));

        // Then
        var outcome = awaitOutcome();
        assertThat(outcome.result()).isEqualTo(DialResult.ANSWERED);
        assertThat(outcome.ringSeconds()).isBetween(0.8, 2.0);
        assertThat(outcome.talkSeconds()).isBetween(1.0, 4.0);
        var call = Ledgers.get(() -> telephony.getCall(outcome.callId()));
        assertThat(call.operatorExtension()).isEqualTo("1001");
        assertThat(call.legs()).extracting(CallLegView::role).containsExactly(LegRole.OPERATOR, LegRole.CUSTOMER);
    }

    @Test
    void doesNotRingTheCustomerWhenTheOperatorDoesNotPickUp() {
        // Given
        people.add(Sipp.ringingOut(exchange, exchange.phone("1001")));

        // When
        Ledgers.get(() -> telephony.dial(callback()));

        // Then
        assertThat(awaitOutcome().result()).isEqualTo(DialResult.OPERATOR_DID_NOT_ANSWER);
    }

    @Test
    void findsTheAttemptOnTheSwitchWhileItRings() {
        // Given
        people.add(Sipp.ringingOut(exchange, exchange.carrier()));
        Ledgers.get(() -> telephony.dial(spotCheck(8)));

        // When
        var trace = await().atMost(PATIENCE)
                .until(() -> Ledgers.get(() -> telephony.findDial(attempt)), it -> it.kind() != DialTrace.Kind.UNKNOWN);

        // Then
        assertThat(trace.kind()).isEqualTo(DialTrace.Kind.IN_PROGRESS);
        assertThat(awaitOutcome().result()).isEqualTo(DialResult.NO_ANSWER);
    }

    private DialOrder spotCheck(int seconds) {
        return new DialOrder(attempt, DialPurpose.SPOT_CHECK, NUMBER, null, Duration.ofSeconds(seconds), "4008809818");
    }

    private DialOrder callback() {
        return new DialOrder(
                attempt,
                DialPurpose.CALLBACK,
                PhoneNumber.parse("13700137003"),
                "1001",
                Duration.ofSeconds(5),
                "4008809818");
    }

    private DialOutcome awaitOutcome() {
        return await().atMost(PATIENCE)
                .until(
                        () -> told.delivered(DialEnded.class).stream()
                                .filter(fact -> fact.attemptId().equals(attempt))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .outcome();
    }
}
