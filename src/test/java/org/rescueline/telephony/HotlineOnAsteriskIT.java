package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.CutLine;
import org.rescueline.testkit.Sipp;

/** Calls that SIPp places through a real Asterisk 22, and what the ledger says of them. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class HotlineOnAsteriskIT {

    private static final String DRIVER = "13800138001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static AsteriskInstance exchange;
    private static CutLine line;

    @Inject
    TelephonyService telephony;

    @Inject
    ToldFacts told;

    @Inject
    Pool pool;

    @ConfigProperty(name = "rescueline.database.port")
    int databasePort;

    @ConfigProperty(name = "rescueline.database.name")
    String database;

    private final List<Sipp> people = new ArrayList<>();
    private final Instant startedAt = Instant.now();

    @BeforeEach
    void startExchange() {
        if (exchange == null) {
            var role = "asterisk_cel";
            pool.query("create role " + role + " login; alter role " + role + " set timezone to 'UTC';"
                            + " grant insert on cel to " + role)
                    .execute()
                    .await()
                    .atMost(PATIENCE);
            exchange = AsteriskInstance.prepare("hotline")
                    .recordingInto(databasePort, database, role)
                    .start();
            line = new CutLine(exchange.amiPort());
        }
        telephony.attach(exchange.address("hotline", line.port()));
        await().atMost(PATIENCE).until(() -> telephony.state().mode() == TelephonyState.Mode.ASTERISK);
    }

    @AfterEach
    void sendPeopleHome() {
        people.forEach(Sipp::close);
        exchange.cli("channel request hangup all");
        await().atMost(PATIENCE).until(() -> Ledgers.get(telephony::listLive).isEmpty());
    }

    @AfterAll
    static void stopExchange() throws IOException {
        line.close();
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4008809818", "8008409818"})
    void recordsAnAnsweredCallOnEitherNumber(String hotline) {
        // Given
        desksAnswer(Duration.ofMillis(300));

        // When
        caller(hotline, Duration.ofSeconds(5)).succeeded();

        // Then
        var call = awaitCall(it -> it.state() == CallState.ENDED);
        assertThat(call.dialedNumber()).isEqualTo(hotline);
        assertThat(call.callerNumber()).isEqualTo("+86" + DRIVER);
        assertThat(call.operatorExtension()).isIn("1001", "1002");
        assertThat(call.queuedAt()).isNotNull();
        assertThat(call.ringingAt()).isBetween(call.queuedAt(), call.answeredAt());
        assertThat(call.talkSeconds()).isBetween(0.5, 6.0);
        assertThat(call.rebuilt()).isFalse();
        await().atMost(PATIENCE).until(() -> told.delivered(CallAnswered.class).stream()
                .anyMatch(fact -> fact.callId().equals(call.id())));
    }

    @Test
    void recordsACallerWhoGivesUp() {
        // Given
        people.add(Sipp.ringingOut(exchange, exchange.phone("1001")));
        people.add(Sipp.ringingOut(exchange, exchange.phone("1002")));

        // When
        caller("4008809818", Duration.ofSeconds(2)).succeeded();

        // Then
        var call = awaitCall(it -> it.state() == CallState.ABANDONED);
        assertThat(call.waitSeconds()).isBetween(1.5, 6.0);
        await().atMost(PATIENCE).until(() -> told.delivered(CallAbandoned.class).stream()
                .anyMatch(fact -> fact.callId().equals(call.id())));
    }

    @Test
    void followsACallFromAnOperatorWhoDoesNotPickUpToTheNext() {
        // Given
        people.add(Sipp.ringingOut(exchange, exchange.phone("1001")));
        people.add(Sipp.ringingOut(exchange, exchange.phone("1002")));
        caller("4008809818", Duration.ofSeconds(25));
        var first = awaitCall(it -> it.state() == CallState.RINGING)
                .ringingExtensions()
                .get(0);
        var second = "1001".equals(first) ? "1002" : "1001";
        people.get("1001".equals(second) ? 0 : 1).close();

        // When
        await().atMost(PATIENCE).until(() -> answersAt(second));

        // Then
        var call = awaitCall(it -> it.state() == CallState.ANSWERED);
        assertThat(call.operatorExtension()).isEqualTo(second);
        assertThat(call.legs()).extracting(CallLegView::extension).contains(first, second);
    }

    @Test
    void mendsACallWhoseEndItDidNotHear() {
        // Given
        desksAnswer(Duration.ofMillis(300));
        var caller = caller("4008809818", Duration.ofSeconds(4));
        awaitCall(it -> it.state() == CallState.ANSWERED);

        // When
        line.cut();
        caller.succeeded();
        line.mend();

        // Then
        var call = awaitCall(it -> it.state() == CallState.ENDED);
        assertThat(call.rebuilt()).isTrue();
        assertThat(call.talkSeconds()).isBetween(2.0, 6.0);
        assertThat(call.hangupCause()).isEqualTo(16);
        assertThat(call.legs()).allSatisfy(leg -> assertThat(leg.endedAt()).isNotNull());
    }

    @Test
    void learnsOfCallsThatCameAndWentWhileItWasCutOff() {
        // Given
        desksAnswer(Duration.ofMillis(300));
        line.cut();
        await().atMost(PATIENCE).until(() -> !telephony.state().connected());

        // When
        caller("8008409818", Duration.ofSeconds(1)).succeeded();
        people.forEach(Sipp::close);
        caller("4008809818", Duration.ofSeconds(1)).succeeded();
        line.mend();

        // Then
        var answered = awaitCall(it -> it.state() == CallState.ENDED);
        assertThat(answered.dialedNumber()).isEqualTo("8008409818");
        var abandoned = awaitCall(it -> it.state() == CallState.ABANDONED);
        assertThat(abandoned.dialedNumber()).isEqualTo("4008809818");
        await().atMost(PATIENCE).until(() -> told.delivered(CallAbandoned.class).stream()
                .anyMatch(fact -> fact.callId().equals(abandoned.id())));
    }

    @Test
    void endsACallOnRequest() {
        // Given
        desksAnswer(Duration.ofMillis(300));
        caller("4008809818", Duration.ofSeconds(40));
        var call = awaitCall(it -> it.state() == CallState.ANSWERED);

        // When
        Ledgers.get(() -> telephony.hangup(call.id()));

        // Then
        assertThat(awaitCall(it -> it.state() == CallState.ENDED).id()).isEqualTo(call.id());
    }

    @Test
    void letsTheDeskPhoneGoOffTheHook() {
        // Given
        people.add(Sipp.phone(exchange, exchange.phone("1001"), "phone-answers-on-notify", Map.of()));
        people.add(Sipp.phone(exchange, exchange.phone("1002"), "phone-answers-on-notify", Map.of()));
        caller("4008809818", Duration.ofSeconds(30));
        var ringing = awaitCall(it -> it.state() == CallState.RINGING);
        var extension = ringing.ringingExtensions().get(0);

        // When
        Ledgers.get(() -> telephony.answer(ringing.id(), extension));

        // Then
        var call = awaitCall(it -> it.state() == CallState.ANSWERED);
        assertThat(call.operatorExtension()).isEqualTo(extension);
    }

    private boolean answersAt(String extension) {
        people.add(Sipp.answering(exchange, exchange.phone(extension), Duration.ofMillis(200), Duration.ofSeconds(30)));
        return true;
    }

    private void desksAnswer(Duration after) {
        for (var extension : List.of("1001", "1002")) {
            people.add(Sipp.answering(exchange, exchange.phone(extension), after, Duration.ofSeconds(60)));
        }
    }

    private Sipp caller(String hotline, Duration patience) {
        var caller = Sipp.caller(exchange, hotline, DRIVER, patience);
        people.add(caller);
        return caller;
    }

    private CallView awaitCall(Predicate<CallView> isIt) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Ledgers.of(telephony, "hotline").stream()
                                .filter(call -> call.offeredAt().isAfter(startedAt.minusSeconds(1)))
                                .filter(isIt)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
