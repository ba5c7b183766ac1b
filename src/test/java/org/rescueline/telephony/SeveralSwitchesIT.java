package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.ConsoleBrowser;
import org.rescueline.testkit.OutlivingDatabase;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Sipp;
import org.rescueline.testkit.TestCentre;
import org.rescueline.testkit.WebPerson;

/**
 * One service and two real switches: in the north sits Li at 1001, in the south Wang at 1002 and the supervisor at 1003.
 * Whatever is ordered goes to the switch on which the call or the desk is, and one switch away leaves the other at work.
 */
class SeveralSwitchesIT {

    private static final String HOTLINE = "4008809818";
    private static final String CALLER = "13800138001";
    private static final String STATION = "13700137003";
    private static final Duration PATIENCE = TestCentre.PATIENCE;
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    private static OutlivingDatabase database;
    private static AsteriskInstance north;
    private static AsteriskInstance south;
    private static RunningService service;
    private static WebPerson li;
    private static WebPerson wang;
    private static WebPerson supervisor;

    private final List<AutoCloseable> people = new ArrayList<>();

    @BeforeAll
    static void open() {
        database = new OutlivingDatabase("several-switches");
        north = exchange("north", "1001");
        south = exchange("south", "1002", "1003");
        service = RunningService.prepare("several-switches", configuration()).start();
        database.makeRecordRole();
        north.start();
        south.start();
        var admin = WebPerson.admin(service);
        li = admin.enter("li", Role.OPERATOR, "1001");
        wang = admin.enter("wang", Role.OPERATOR, "1002");
        supervisor = admin.enter("zhao", Role.SUPERVISOR, "1003");
    }

    @BeforeEach
    void findBoth() {
        await().atMost(PATIENCE).until(() -> "ASTERISK".equals(modeOf("north")) && "ASTERISK".equals(modeOf("south")));
    }

    @AfterEach
    void sendPeopleHome() throws Exception {
        for (var person : people) {
            person.close();
        }
        north.cli("channel request hangup all");
        south.cli("channel request hangup all");
        await().atMost(PATIENCE).until(() -> supervisor
                .request()
                .get(supervisor.uri("/api/v1/calls/live"))
                .jsonPath()
                .getList("$")
                .isEmpty());
        database.execute("truncate call_leg, dial_attempt, call, outbox cascade");
    }

    @AfterAll
    static void close() {
        service.close();
        north.close();
        south.close();
        database.close();
    }

    @Test
    void placesACallAtTheSwitchWhereTheOperatorsTelephoneIs() {
        // Given
        answers(north, north.phone("1001"));
        answers(south, south.phone("1002"));
        answers(north, north.carrier());
        answers(south, south.carrier());

        // When
        var ofLi = rings(li);
        var ofWang = rings(wang);

        // Then
        assertThat(answeredAt(ofLi)).isEqualTo("north");
        assertThat(answeredAt(ofWang)).isEqualTo("south");
    }

    @Test
    void movesACallOnTheSwitchItIsOn() {
        // Given
        var id = wangSpeaks();
        answers(south, south.carrier());

        // When
        wang.request()
                .body(Map.of("target", STATION))
                .post(wang.uri("/api/v1/calls/" + id + "/transfer"))
                .then()
                .statusCode(202);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(call(id).getList("legs.findAll { it.endedAt == null }.role"))
                        .containsExactlyInAnyOrder("CALLER", "CUSTOMER"));
        assertThat(call(id).getString("pbx")).isEqualTo("south");
        assertThat(north.cli("core show channels concise")).isEmpty();
    }

    @Test
    void bringsASupervisorIntoACallOnTheSwitchItIsOn() {
        // Given
        var id = wangSpeaks();
        answers(south, south.phone("1003"));

        // When
        supervisor
                .request()
                .body(Map.of("mode", "LISTEN"))
                .post(supervisor.uri("/api/v1/calls/" + id + "/supervisions"))
                .then()
                .statusCode(202);

        // Then
        await().atMost(PATIENCE)
                .until(() -> south.cli("core show channels verbose").contains("ChanSpy"));
        assertThat(north.cli("core show channels verbose")).doesNotContain("ChanSpy");
    }

    @Test
    void pausesAnOperatorWhereTheSeatIsAndThereAlone() {
        // When
        setPaused("1002", true);

        // Then
        assertThat(seat(south, "1002")).contains("paused");
        assertThat(seat(south, "1003")).doesNotContain("paused");
        assertThat(seat(north, "1001")).doesNotContain("paused");
        setPaused("1002", false);
        assertThat(seat(south, "1002")).doesNotContain("paused");
    }

    @Test
    void goesOnWithOneSwitchWhileTheOtherIsAwayAndSaysWhich() {
        answers(north, north.phone("1001"));
        try (var browser = ConsoleBrowser.launch()) {
            var page = browser.open(service).signIn("li", WebPerson.PASSWORD);
            // Given
            south.kill();
            await().atMost(PATIENCE).until(() -> "DOWN".equals(modeOf("south")));

            // When
            people.add(Sipp.caller(north, HOTLINE, CALLER, LONG));

            // Then
            page.shows("wide-telephony", "south");
            assertThat(page.part("wide-telephony").innerText()).doesNotContain("north");
            assertThat(modeOf("north")).isEqualTo("ASTERISK");
            assertThat(liveCall("ANSWERED").getString("pbx")).isEqualTo("north");
            south.start();
            await().atMost(PATIENCE).until(() -> "ASTERISK".equals(modeOf("south")));
            page.part("wide-telephony").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    /** A caller reaches Wang on the southern switch; the call's id. */
    private String wangSpeaks() {
        answers(south, south.phone("1002"));
        setPaused("1003", true);
        people.add(() -> setPaused("1003", false));
        people.add(Sipp.caller(south, HOTLINE, CALLER, LONG));
        return liveCall("ANSWERED").getString("id");
    }

    private void answers(AsteriskInstance exchange, int port) {
        people.add(Sipp.counting(
                exchange, port, "phone-answers", Map.of("answer_ms", SOON.toMillis(), "talk_ms", LONG.toMillis())));
    }

    private static UUID rings(WebPerson person) {
        var attempt = UUID.randomUUID();
        person.request()
                .body(Map.of("attemptId", attempt.toString(), "number", STATION))
                .post(person.uri("/api/v1/outbound"))
                .then()
                .statusCode(202);
        return attempt;
    }

    /** The switch on which a call that was ordered is spoken. */
    private static String answeredAt(UUID attempt) {
        return await().atMost(PATIENCE)
                .until(
                        () -> database.list(
                                "select pbx from call where linkedid = '" + attempt + "' and state = 'ANSWERED'",
                                row -> row.getString(1)),
                        found -> found.size() == 1)
                .get(0);
    }

    private static JsonPath liveCall(String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> JsonPath.from(supervisor
                                        .request()
                                        .get(supervisor.uri("/api/v1/calls/live"))
                                        .asString())
                                .setRootPath("[0]"),
                        call -> state.equals(call.getString("state")));
    }

    private static JsonPath call(String id) {
        return supervisor.request().get(supervisor.uri("/api/v1/calls/" + id)).jsonPath();
    }

    private static void setPaused(String extension, boolean paused) {
        supervisor
                .request()
                .body(Map.of("paused", paused, "reason", "test"))
                .put(supervisor.uri("/api/v1/telephony/roster/" + extension + "/pause"))
                .then()
                .statusCode(200);
    }

    private static String seat(AsteriskInstance exchange, String extension) {
        return exchange.cli("queue show hotline")
                .lines()
                .filter(line -> line.contains("(PJSIP/" + extension + ")"))
                .findFirst()
                .orElseThrow();
    }

    private static String modeOf(String pbx) {
        return supervisor
                .request()
                .get(supervisor.uri("/api/v1/telephony/state"))
                .jsonPath()
                .getString("switches.find { it.pbx == '" + pbx + "' }.mode");
    }

    private static AsteriskInstance exchange(String name, String... extensions) {
        return AsteriskInstance.prepare("several-" + name)
                .with("pbx", name)
                .with("ring-seconds", "20")
                .withOnlyDesks(extensions)
                .recordingInto(database.port(), EmbeddedPostgres.DATABASE, "asterisk_cel");
    }

    private static Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>(database.configuration());
        configuration.putAll(WebPerson.SIGN_IN);
        configuration.put("rescueline.telephony.enabled", "true");
        configuration.put("rescueline.telephony.pbx", "north");
        configuration.put("rescueline.telephony.ami.port", Integer.toString(north.amiPort()));
        configuration.put("rescueline.telephony.ami.secret", AsteriskInstance.SECRET);
        configuration.put("rescueline.telephony.ami.longest-reconnect-pause", "PT1S");
        configuration.put("rescueline.telephony.cel.file", north.recordFile().toString());
        configuration.put("rescueline.telephony.switches.south.port", Integer.toString(south.amiPort()));
        configuration.put("rescueline.telephony.switches.south.secret", AsteriskInstance.SECRET);
        configuration.put(
                "rescueline.telephony.switches.south.cel-file",
                south.recordFile().toString());
        return configuration;
    }
}
