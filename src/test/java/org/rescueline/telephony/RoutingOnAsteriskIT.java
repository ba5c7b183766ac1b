package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.security.Role;
import org.rescueline.shared.embedded.Ports;
import org.rescueline.telephony.internal.agi.AgiServer;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.Sipp;

/** What becomes of a caller between the ring and the operator, on a real Asterisk 22 with callers who press keys. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class RoutingOnAsteriskIT {

    /** A stranger to the advisor of {@link RoutingAdviceTest}; the menu is for such callers. */
    private static final String STRANGER = "13900139009";

    /** Known to it: goes to the operator at 1001. */
    private static final String KNOWN = "13800138001";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(45);

    private static AsteriskInstance exchange;

    @Inject
    TelephonyService telephony;

    @Inject
    AgiServer advice;

    @Inject
    ToldFacts told;

    private final List<Sipp> people = new ArrayList<>();
    private final Set<UUID> earlierCalls = new HashSet<>();
    private final Instant startedAt = Instant.now();

    @BeforeEach
    void startExchange() {
        boolean isFirst = exchange == null;
        if (isFirst) {
            exchange = AsteriskInstance.prepare("routing")
                    .with("agi-port", Integer.toString(advice.port()))
                    .with("menu", "yes")
                    .with("menu-seconds", "4")
                    .with("announce", "5")
                    // Tones in place of sentences: what an exchange without them plays, and shorter.
                    .with("prompts", "none")
                    .start();
        }
        telephony.attach(exchange.address("routing"));
        await().atMost(PATIENCE).until(() -> telephony.state().mode() == TelephonyState.Mode.ASTERISK);
        if (isFirst) {
            awaitAdviceInTime();
        }
        Ledgers.of(telephony, "routing").forEach(call -> earlierCalls.add(call.id()));
    }

    /**
     * The first questions to a program that has just started may be answered too late; they are then not looked at, and
     * nobody is asked for some seconds. So the exchange is tried until it goes by the answer.
     */
    private void awaitAdviceInTime() {
        await().atMost(PATIENCE).until(() -> wasAdvised(briefCall()));
    }

    @AfterEach
    void sendPeopleHome() {
        people.forEach(Sipp::close);
        exchange.cli("channel request hangup all");
        await().atMost(PATIENCE).until(() -> Ledgers.get(telephony::listLive).isEmpty());
    }

    @AfterAll
    static void stopExchange() {
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 8, rescue", "2, 2, 3, service", "3, 3, 2, complaint", "91, 1, 8, rescue"})
    void putsACallerWhereTheKeySays(String keys, String choice, int priority, String rule) {
        // Given
        var again = keys.length() > 1 ? Duration.ofSeconds(2) : Duration.ZERO;

        // When
        people.add(Sipp.pressing(exchange, STRANGER, keys, SOON, again, LONG));

        // Then
        var call = awaitCall(it -> it.queuedAt() != null);
        assertThat(choiceOf(call)).isEqualTo(choice);
        assertThat(queueLineOf(call)).contains("hotline,rt").contains("," + rule + "\"");
        assertThat(exchange.cli("queue show hotline")).contains("prio: " + priority);
    }

    @Test
    void givesAPersonToWhoeverPressesNothing() {
        // Given
        people.add(deskPhone("1001"));
        people.add(deskPhone("1002"));

        // When
        people.add(Sipp.caller(exchange, "4008809818", STRANGER, LONG));

        // Then
        var call = awaitCall(it -> it.state() == CallState.ANSWERED);
        assertThat(choiceOf(call)).isEqualTo("0");
    }

    @Test
    void asksAgainAfterAWrongKeyAndTakesTheRightOne() {
        // When
        people.add(Sipp.pressing(exchange, STRANGER, "72", SOON, Duration.ofSeconds(2), LONG));

        // Then
        var call = awaitCall(it -> it.queuedAt() != null);
        assertThat(choiceOf(call)).isEqualTo("2");
    }

    @Test
    void recordsACallerWhoHangsUpInTheMenu() {
        // When
        people.add(Sipp.pressing(exchange, STRANGER, "7", SOON, Duration.ZERO, Duration.ofMillis(300)));

        // Then
        var call = awaitCall(it -> it.state() == CallState.ABANDONED);
        assertThat(call.queuedAt()).isNull();
        assertThat(call.dialedNumber()).isEqualTo("4008809818");
    }

    @Test
    void bringsAKnownCallerToTheOperatorOfTheCaseWithoutAsking() {
        // Given
        people.add(deskPhone("1001"));
        people.add(deskPhone("1002"));

        // When
        people.add(Sipp.caller(exchange, "4008809818", KNOWN, LONG));

        // Then
        var call = awaitCall(it -> it.state() == CallState.ANSWERED);
        assertThat(call.operatorExtension()).isEqualTo("1001");
        assertThat(call.queuedAt()).isNull();
        assertThat(linesOf(call, "MENU_CHOICE")).isEmpty();
    }

    @Test
    void asksTheNextCallAgainAfterOneThatGotNoAdviceAndPausesOnlyAfterSeveral() {
        // Given
        missAdvice(1);

        // When
        var afterOne = wasAdvised(briefCall());
        missAdvice(3);
        var afterThree = wasAdvised(briefCall());

        // Then
        assertThat(afterOne).isTrue();
        assertThat(afterThree).isFalse();
        awaitAdviceInTime();
    }

    /** So many callers in a row find nobody who gives advice. */
    private void missAdvice(int times) {
        var asked = exchange.cli("dialplan show globals").replaceAll("(?s).*ADVICE_URL=(\\S+).*", "$1");
        exchange.cli("dialplan set global ADVICE_URL agi://127.0.0.1:" + Ports.free() + "/advice");
        for (int time = 0; time < times; time++) {
            assertThat(wasAdvised(briefCall())).isFalse();
        }
        exchange.cli("dialplan set global ADVICE_URL " + asked);
    }

    /** A known caller who hangs up in the menu, or in the queue when there is advice and so no menu. */
    private CallView briefCall() {
        people.add(Sipp.pressing(exchange, KNOWN, "2", SOON, Duration.ZERO, Duration.ofMillis(300)));
        var call = awaitCall(it -> it.state() == CallState.ABANDONED);
        earlierCalls.add(call.id());
        await().atMost(PATIENCE).until(() -> !linesOf(call, "LINKEDID_END").isEmpty());
        return call;
    }

    private static boolean wasAdvised(CallView call) {
        return linesOf(call, "MENU_CHOICE").isEmpty();
    }

    @Test
    void putsAKnownCallerAtTheHeadOfTheQueueWhileTheOperatorOfTheCaseSpeaks() {
        // Given
        people.add(deskPhone("1001"));
        people.add(Sipp.caller(exchange, "4008809818", KNOWN, LONG));
        awaitCall(it -> it.state() == CallState.ANSWERED);

        // When
        people.add(Sipp.caller(exchange, "8008409818", KNOWN, LONG));

        // Then
        awaitCall(it -> "8008409818".equals(it.dialedNumber()) && it.queuedAt() != null);
        assertThat(exchange.cli("queue show hotline")).contains("prio: 10");
    }

    @Test
    void callsBackOnceWhoeverKeepsThePlaceInLine() {
        // Given
        SignIn.user("1001", Role.OPERATOR);
        people.add(Sipp.pressing(exchange, "13700137123", "11", SOON, Duration.ofSeconds(4), LONG));
        await().atMost(PATIENCE).until(() -> told.delivered(CallbackRequested.class).stream()
                .anyMatch(fact -> "+8613700137123".equals(fact.call().callerNumber())));

        // When
        people.add(Sipp.answering(exchange, exchange.carrier(), SOON, Duration.ofSeconds(2)));
        people.add(deskPhone("1001"));

        // Then
        var callback = awaitCall(it -> it.direction() == CallDirection.OUTBOUND
                && "+8613700137123".equals(it.dialedNumber())
                && it.answeredAt() != null);
        assertThat(callback.operatorExtension()).isEqualTo("1001");
        awaitCall(it -> it.id().equals(callback.id()) && it.state() == CallState.ENDED);
        assertThat(Ledgers.of(telephony, "routing"))
                .filteredOn(it -> it.direction() == CallDirection.OUTBOUND
                        && it.offeredAt().isAfter(startedAt))
                .hasSize(1);
    }

    @Test
    void letsASupervisorListenIsShownToTheOperatorAndRefusedToOthers() {
        // Given
        people.add(deskPhone("1001"));
        people.add(Sipp.caller(exchange, "4008809818", KNOWN, LONG));
        var call = awaitCall(it -> it.state() == CallState.ANSWERED);
        people.add(deskPhone("1002"));

        // When
        var operator = join(SignIn.at("1003", Role.OPERATOR).body(Map.of("mode", "LISTEN")), call);
        var supervisor = join(SignIn.at("1002", Role.SUPERVISOR).body(Map.of("mode", "WHISPER")), call);

        // Then
        assertThat(operator.statusCode()).isEqualTo(403);
        assertThat(supervisor.statusCode()).isEqualTo(202);
        var id = UUID.fromString(supervisor.jsonPath().getString("id"));
        await().atMost(PATIENCE).until(() -> joinedAt(call, id) != null);
        assertThat(exchange.cli("core show channels verbose")).contains("ChanSpy");
        assertThat(told.published(SupervisionChanged.class))
                .anySatisfy(fact ->
                        assertThat(fact.supervision().operatorExtension()).isEqualTo("1001"));
        assertThat(SignIn.as(Role.ADMIN)
                        .queryParam("kind", "CALL_WHISPERED")
                        .get("/api/v1/security/audit")
                        .jsonPath()
                        .getList("items.subject", String.class))
                .anySatisfy(subject -> assertThat(subject).contains(call.id().toString()));
        assertThat(Ledgers.get(() -> telephony.getCall(call.id())).operatorExtension())
                .isEqualTo("1001");
    }

    @Test
    void tellsWhoSitsInTheQueues() {
        // When
        var roster = Ledgers.get(telephony::listRoster);

        // Then
        assertThat(roster)
                .filteredOn(member -> member.queue().equals("hotline"))
                .extracting(RosterMember::extension)
                .contains("1001", "1002");
    }

    @Test
    void takesAnOperatorOutOfTheQueueAndNeverOutOfTheLastResort() {
        // Given
        var path = "/api/v1/telephony/roster/1002/pause";

        // When
        var paused = SignIn.as(Role.SUPERVISOR)
                .body(Map.of("paused", true, "reason", "培训"))
                .put(path);
        var unknown = SignIn.as(Role.SUPERVISOR)
                .body(Map.of("paused", true, "reason", "x"))
                .put("/api/v1/telephony/roster/1999/pause");
        var twoLines = SignIn.as(Role.SUPERVISOR)
                .body(Map.of("paused", true, "reason", "x\r\nAction: Logoff"))
                .put(path);

        // Then
        assertThat(paused.statusCode()).isEqualTo(200);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(twoLines.statusCode()).isEqualTo(400);
        assertThat(Ledgers.get(telephony::listRoster))
                .filteredOn(member -> member.extension().equals("1002"))
                .allSatisfy(member ->
                        assertThat(member.paused()).isEqualTo(member.queue().equals("hotline")));
        SignIn.as(Role.SUPERVISOR)
                .body(Map.of("paused", false, "reason", "培训结束"))
                .put(path)
                .then()
                .statusCode(200);
        assertThat(Ledgers.get(telephony::listRoster)).noneMatch(RosterMember::paused);
    }

    private static Response join(io.restassured.specification.RequestSpecification who, CallView call) {
        return who.post("/api/v1/calls/" + call.id() + "/supervisions");
    }

    private static String joinedAt(CallView call, UUID id) {
        return SignIn.as(Role.SUPERVISOR)
                .get("/api/v1/calls/" + call.id() + "/supervisions")
                .jsonPath()
                .getString("find { it.id == '" + id + "' }.joinedAt");
    }

    /** What the dialplan wrote down as the caller's choice. */
    private String choiceOf(CallView call) {
        var line = linesOf(call, "MENU_CHOICE");
        assertThat(line).hasSize(1);
        return line.get(0).replaceFirst(".*\"\"extra\"\":\"\"([0-9])\"\".*", "$1");
    }

    private String queueLineOf(CallView call) {
        return linesOf(call, "APP_START").stream()
                .filter(line -> line.contains("\"Queue\""))
                .findFirst()
                .orElseThrow();
    }

    /** What the record says of a call by now; it is not there before Asterisk has written its first line. */
    private static List<String> linesOf(CallView call, String type) {
        if (Files.notExists(exchange.recordFile())) {
            return List.of();
        }
        try (var lines = Files.lines(exchange.recordFile())) {
            return lines.filter(line -> line.contains(call.linkedid()) && line.contains("\"" + type + "\""))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A desk phone that answers more than once: Asterisk repeats the call of an earlier test to a phone that was not there,
     * and that would use up one that answers once.
     */
    private static Sipp deskPhone(String extension) {
        return Sipp.counting(
                exchange,
                exchange.phone(extension),
                "phone-answers",
                Map.of("answer_ms", SOON.toMillis(), "talk_ms", LONG.toMillis()));
    }

    /** The next call of this test. The record may bring calls that other tests placed into the ledger at any time. */
    private CallView awaitCall(Predicate<CallView> isIt) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Ledgers.of(telephony, "routing").stream()
                                .filter(call -> call.offeredAt().isAfter(startedAt))
                                .filter(call -> !earlierCalls.contains(call.id()))
                                .filter(isIt)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
