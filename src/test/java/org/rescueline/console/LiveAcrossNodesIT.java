package org.rescueline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.LiveLine;
import org.rescueline.testkit.OutlivingDatabase;
import org.rescueline.testkit.OutlivingRedis;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Sipp;
import org.rescueline.testkit.TestCentre;
import org.rescueline.testkit.WebPerson;

/**
 * Two nodes on one PostgreSQL and one Redis, one real switch. One node listens to the switch; the page hangs on the other,
 * and sees what happens while it happens.
 */
class LiveAcrossNodesIT {

    private static final String EXTENSION = "1001";
    private static final String CALLER = "13800138001";
    private static final Duration RINGS = Duration.ofSeconds(2);
    private static final Duration STAYS = Duration.ofSeconds(4);

    private static OutlivingDatabase database;
    private static OutlivingRedis redis;
    private static AsteriskInstance exchange;
    private static RunningService listening;
    private static RunningService other;
    private static WebPerson operator;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @BeforeAll
    static void start() {
        database = new OutlivingDatabase("live-nodes");
        redis = new OutlivingRedis("live-nodes");
        exchange = AsteriskInstance.prepare("live-nodes").withOnlyDesks(EXTENSION);
        exchange.start();
        listening = RunningService.prepare("live-nodes-one", configuration()).start();
        other = RunningService.prepare("live-nodes-other", configuration()).start();
        operator = WebPerson.admin(other).enter("li", Role.OPERATOR, EXTENSION);
    }

    @BeforeEach
    void findWhoListens() {
        await("one of them listens").atMost(TestCentre.PATIENCE).until(() -> listens(listening) != listens(other));
        if (listens(other)) {
            changePlaces();
        }
        awaitHearing(other);
        awaitHearing(listening);
    }

    @AfterEach
    void sendPeopleHome() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
        exchange.cli("channel request hangup all");
        await().atMost(TestCentre.PATIENCE)
                .until(() -> database.count("select count(*) from call where ended_at is null") == 0);
    }

    @AfterAll
    static void stop() {
        other.close();
        listening.close();
        exchange.close();
        redis.close();
        database.close();
    }

    @Test
    void showsACallToAPageAtANodeThatDoesNotListenToTheSwitchWhileItRings() {
        // Given
        var page = pageAt(other, "");
        deskAnswers();

        // When
        ring();

        // Then
        var pop = page.next("pop").getJsonObject("data");
        assertThat(pop.getString("phase")).isEqualTo("RINGING");
        assertThat(pop.getJsonObject("card").getString("callerNumber")).isEqualTo("+86" + CALLER);
        var answered = call(page, "ANSWERED");
        assertThat(answered.getString("operatorExtension")).isEqualTo(EXTENSION);
        assertThat(call(page, "ENDED").getString("id")).isEqualTo(answered.getString("id"));
    }

    @Test
    void showsAtBothNodesWhatSomebodyDoesAtOne() {
        // Given
        var here = pageAt(other, "");
        var there = pageAt(listening, "");

        // When
        var desk = Map.of("page", UUID.randomUUID().toString(), "phone", "DESK", "takeBack", true);
        operator.request().body(desk).put(operator.uri("/api/v1/desk")).then().statusCode(200);
        operator.request()
                .body(Map.of("reason", "MEAL"))
                .post(operator.uri("/api/v1/desk/pause"))
                .then()
                .statusCode(200);

        // Then
        assertThat(paused(here).getString("extension")).isEqualTo(EXTENSION);
        assertThat(paused(there).getString("extension")).isEqualTo(EXTENSION);
        operator.request().delete(operator.uri("/api/v1/desk")).then().statusCode(204);
    }

    @Test
    void givesAPageThatComesBackWhatItMissedAtItsNodeAndHasItReadAnewAtAnother() {
        // Given
        var page = pageAt(other, "");
        var witness = pageAt(other, "");
        var epoch = page.next("hello").getString("epoch");
        deskAnswers();
        ring();
        long seen = page.next("call").getLong("seq");
        page.cut();
        var missed =
                numbersUntilTheEnd(witness).stream().filter(seq -> seq > seen).toList();

        // When
        var back = pageAt(other, "?epoch=" + epoch + "&since=" + seen);
        var elsewhere = pageAt(listening, "?epoch=" + epoch + "&since=" + seen);

        // Then
        assertThat(back.next("hello").getBoolean("resumed")).isTrue();
        assertThat(numbersUntilTheEnd(back)).isEqualTo(missed).isNotEmpty();
        assertThat(elsewhere.next("hello").getBoolean("resumed")).isFalse();
    }

    /** The numbers of what is told of the call, up to its end. */
    private static List<Long> numbersUntilTheEnd(LiveLine page) {
        var numbers = new ArrayList<Long>();
        while (true) {
            var told = page.next("call");
            numbers.add(told.getLong("seq"));
            if ("ENDED".equals(told.getJsonObject("data").getString("state"))) {
                return numbers;
            }
        }
    }

    @Test
    void hasItsPagesReadAnewWhenTheNodeThatListenedIsKilledAndShowsTheNextCallItself() {
        // Given
        var page = pageAt(other, "");
        var epoch = page.next("hello").getString("epoch");
        deskAnswers();

        // When
        listening.kill9();

        // Then
        var hello = page.next("hello");
        assertThat(hello.getBoolean("resumed")).isFalse();
        assertThat(hello.getString("epoch")).isNotEqualTo(epoch);
        await("it listens").atMost(TestCentre.PATIENCE).until(() -> listens(other));
        ring();
        assertThat(page.next("pop").getJsonObject("data").getString("phase")).isEqualTo("RINGING");
        listening.start();
    }

    private static void changePlaces() {
        var before = other;
        other = listening;
        listening = before;
        operator = operator.at(other);
    }

    @Test
    void hasItsPagesReadAnewWhileNodesCannotHearEachOtherAndShowsCallsAgainAfterwards() {
        // Given
        var page = pageAt(other, "");
        page.next("hello");
        deskAnswers();

        // When
        redis.stop();

        // Then
        assertThat(page.next("hello").getBoolean("resumed")).isFalse();
        assertThat(page.next("hello").getBoolean("resumed")).isFalse();
        redis.start();
        awaitHearing(other);
        // Who hears itself is heard as well.
        awaitHearing(listening);
        ring();
        assertThat(call(page, "ENDED").getString("callerNumber")).isEqualTo("+86" + CALLER);
    }

    private static void awaitHearing(RunningService node) {
        await("the nodes hear each other").atMost(TestCentre.PATIENCE).until(() -> nodesHeardBy(node) == 1);
    }

    private static double nodesHeardBy(RunningService node) {
        return node.find("/q/metrics")
                .orElseThrow()
                .body()
                .lines()
                .filter(line -> line.startsWith("rescueline_console_nodes"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private LiveLine pageAt(RunningService node, String query) {
        var line = LiveLine.open(URI.create(node.uri("/live").toString()), query, operator.token());
        open.push(line::cut);
        return line;
    }

    private static JsonObject call(LiveLine page, String state) {
        return next(page, "call", call -> state.equals(call.getString("state"))).getJsonObject("data");
    }

    private static JsonObject paused(LiveLine page) {
        return next(page, "desk", change -> "PAUSED"
                        .equals(change.getJsonObject("desk").getString("state")))
                .getJsonObject("data")
                .getJsonObject("desk");
    }

    private static JsonObject next(LiveLine page, String type, Predicate<JsonObject> isIt) {
        while (true) {
            var message = page.next(type);
            if (isIt.test(message.getJsonObject("data"))) {
                return message;
            }
        }
    }

    private void deskAnswers() {
        keep(Sipp.counting(
                exchange,
                exchange.phone(EXTENSION),
                "phone-answers",
                Map.of("answer_ms", RINGS.toMillis(), "talk_ms", STAYS.toMillis())));
    }

    private void ring() {
        keep(Sipp.caller(exchange, "4008809818", CALLER, STAYS));
    }

    private static Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>(database.configuration());
        configuration.putAll(WebPerson.SIGN_IN);
        configuration.put("rescueline.redis.uri", redis.uri());
        configuration.put("rescueline.telephony.enabled", "true");
        configuration.put("rescueline.telephony.ami.port", Integer.toString(exchange.amiPort()));
        configuration.put("rescueline.telephony.ami.secret", AsteriskInstance.SECRET);
        configuration.put("rescueline.telephony.cel.file", exchange.recordFile().toString());
        configuration.put("rescueline.telephony.lease.duration", "PT3S");
        configuration.put("rescueline.telephony.lease.renewal", "PT1S");
        return configuration;
    }

    /** Whether the node hears the switch and writes its news into the ledger. */
    private static boolean listens(RunningService node) {
        return node.find("/q/health/ready")
                .map(answer -> answer.body().replaceAll("\\s", ""))
                .filter(body -> body.contains("ASTERISK") && body.contains("\"listening\":\"hotline\""))
                .isPresent();
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }
}
