package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.security.Role;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.CallerSound;
import org.rescueline.testkit.OutlivingDatabase;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Sipp;
import org.rescueline.testkit.Sipp.Codec;
import org.rescueline.testkit.TestCentre;
import org.rescueline.testkit.WebPerson;

/**
 * Who hears whom: a caller who is handed from phone to phone, whatever codec each of them speaks, and a supervisor who
 * listens, whispers or barges in.
 */
class SoundOnAsteriskIT {

    private static final Duration PATIENCE = TestCentre.PATIENCE;
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    private static OutlivingDatabase database;
    private static AsteriskInstance exchange;
    private static RunningService service;
    private static WebPerson li;
    private static WebPerson zhao;

    private final List<AutoCloseable> people = new ArrayList<>();

    @BeforeAll
    static void open() {
        database = new OutlivingDatabase("sound");
        exchange = AsteriskInstance.prepare("sound")
                .with("ring-seconds", "20")
                .withOnlyDesks("1001", "1002", "1003")
                .start();
        Map<String, String> configuration = new HashMap<>(database.configuration());
        configuration.putAll(WebPerson.SIGN_IN);
        configuration.put("rescueline.telephony.enabled", "true");
        configuration.put("rescueline.telephony.ami.port", Integer.toString(exchange.amiPort()));
        configuration.put("rescueline.telephony.ami.secret", AsteriskInstance.SECRET);
        service = RunningService.prepare("sound", configuration).start();
        var admin = WebPerson.admin(service);
        li = admin.enter("li", Role.OPERATOR, "1001");
        admin.enter("wang", Role.OPERATOR, "1002");
        zhao = admin.enter("zhao", Role.SUPERVISOR, "1003");
        exchange.cli("queue pause member PJSIP/1002 queue hotline");
        exchange.cli("queue pause member PJSIP/1003 queue hotline");
    }

    @AfterEach
    void sendPeopleHome() throws Exception {
        for (var person : people) {
            person.close();
        }
        exchange.cli("channel request hangup all");
        await().atMost(PATIENCE).until(() -> live().isEmpty());
    }

    @AfterAll
    static void close() {
        service.close();
        exchange.close();
        database.close();
    }

    /** Each leg numbers its packets from a number of its own: what goes wrong with every other pair shows in some rounds. */
    @ParameterizedTest
    @CsvSource({"PCMA, PCMU", "PCMU, PCMA", "PCMU, PCMU", "PCMU, PCMU", "PCMU, PCMU", "PCMU, PCMU", "PCMA, PCMA"})
    void letsTheCallerHearWhoeverTheCallIsHandedTo(Codec first, Codec second) {
        // Given
        people.add(Sipp.echoingIn(first, exchange, exchange.phone("1001"), SOON, LONG));
        people.add(Sipp.echoingIn(second, exchange, exchange.phone("1002"), SOON, LONG));
        var caller = caller();
        var id = awaitAnswered();
        hears(caller);

        // When
        order(id, "ask", "{\"target\":\"1002\"}");
        await().atMost(PATIENCE).until(() -> legsOf(id) == 3);
        order(id, "hand-over", "");
        await().atMost(PATIENCE).until(() -> legsOf(id) == 2);

        // Then
        hears(caller);
    }

    @Test
    void givesACallToTheNextPhoneWhenOneKnowsNoCodecOfTheTrunk() {
        // Given
        exchange.cli("queue unpause member PJSIP/1002 queue hotline");
        people.add(Sipp.echoingIn(Codec.G722, exchange, exchange.phone("1001"), SOON, LONG));
        people.add(Sipp.echoingIn(Codec.PCMU, exchange, exchange.phone("1002"), SOON, LONG));

        // When
        var caller = caller();

        // Then
        awaitAnswered();
        hears(caller);
        exchange.cli("queue pause member PJSIP/1002 queue hotline");
    }

    /** The supervisor alone makes a sound; then the caller alone. */
    @ParameterizedTest
    @CsvSource({"LISTEN, false, false", "WHISPER, true, false", "BARGE, true, true"})
    void letsASupervisorHearTheCallAndBeHeardAsTheWayOfJoiningSays(
            String mode, boolean operatorHears, boolean callerHears) {
        // Given
        var operator = answering("1001");
        var supervisor = answering("1003");
        var caller = caller();
        var id = awaitAnswered();
        hears(caller);
        order(zhao, id, "supervisions", "{\"mode\":\"" + mode + "\"}");
        await().atMost(PATIENCE).until(() -> supervisor.heardPackets() > 0);

        // When
        operator.hush(true);
        caller.hush(true);
        awaitHush(supervisor);

        // Then
        assertThat(soundsTo(operator)).isEqualTo(operatorHears);
        assertThat(soundsTo(caller)).isEqualTo(callerHears);
        supervisor.hush(true);
        caller.hush(false);
        hears(supervisor);
    }

    @Test
    void bringsTheCallerToTheSupervisorWhoTakesTheCallOver() {
        // Given
        answering("1001");
        var supervisor = answering("1003");
        var caller = caller();
        var id = awaitAnswered();
        hears(caller);
        var from = li.request().get(li.uri("/api/v1/calls/" + id)).jsonPath().getString("operatorId");

        // When
        order(zhao, id, "take-over", "{\"from\":\"" + from + "\",\"reason\":\"test\"}", 200);

        // Then
        await().atMost(PATIENCE).until(() -> supervisor.heardPackets() > 0);
        hears(caller);
        hears(supervisor);
        await().atMost(PATIENCE).until(() -> "1003"
                .equals(li.request()
                        .get(li.uri("/api/v1/calls/" + id))
                        .jsonPath()
                        .getString("operatorExtension")));
    }

    private CallerSound answering(String extension) {
        var sound = CallerSound.open();
        people.add(sound);
        people.add(Sipp.answering(exchange, exchange.phone(extension), SOON, LONG, sound));
        return sound;
    }

    /** What was on its way when the others fell silent has arrived: for a second and a half nothing loud came. */
    private static void awaitHush(CallerSound hearing) {
        await("the others are silent").atMost(PATIENCE).until(() -> !soundsTo(hearing));
    }

    /** Whether anything loud comes within a second and a half, in which whoever speaks beeps at least once. */
    private static boolean soundsTo(CallerSound hearing) {
        int packets = hearing.heardPackets();
        int loud = hearing.loudPackets();
        await("packets").atMost(PATIENCE).until(() -> hearing.heardPackets() > packets + 75);
        return hearing.loudPackets() > loud;
    }

    private CallerSound caller() {
        var sound = CallerSound.open();
        people.add(sound);
        people.add(Sipp.caller(exchange, "4008809818", "13800138001", LONG, sound));
        return sound;
    }

    /** Of the beeps that the caller makes and the phone says back, some come back. */
    private static void hears(CallerSound caller) {
        int before = caller.loudPackets();
        await("the caller hears somebody")
                .atMost(Duration.ofSeconds(15))
                .until(() -> caller.loudPackets() > before + 20);
    }

    private static String awaitAnswered() {
        return await().atMost(PATIENCE)
                .until(() -> answered(), found -> found.size() == 1)
                .get(0);
    }

    private static List<String> answered() {
        return li.request()
                .get(li.uri("/api/v1/calls/live"))
                .jsonPath()
                .getList("findAll { it.state == 'ANSWERED' }.id", String.class);
    }

    private static List<?> live() {
        return li.request().get(li.uri("/api/v1/calls/live")).jsonPath().getList("$");
    }

    private static int legsOf(String id) {
        return li.request()
                .get(li.uri("/api/v1/calls/" + id))
                .jsonPath()
                .getList("legs.findAll { it.endedAt == null && it.answeredAt != null }")
                .size();
    }

    private static void order(String id, String what, String body) {
        order(li, id, what, body);
    }

    private static void order(WebPerson who, String id, String what, String body) {
        order(who, id, what, body, 202);
    }

    private static void order(WebPerson who, String id, String what, String body, int status) {
        var answer = who.request().body(body).post(who.uri("/api/v1/calls/" + id + "/" + what));
        assertThat(answer.statusCode()).as("%s", answer.asString()).isEqualTo(status);
    }
}
