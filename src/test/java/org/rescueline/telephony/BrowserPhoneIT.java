package org.rescueline.telephony;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.rescueline.testkit.PhonePage.PATIENCE;

import io.restassured.path.json.JsonPath;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.CallerSound;
import org.rescueline.testkit.PhoneBrowser;
import org.rescueline.testkit.PhonePage;
import org.rescueline.testkit.RestClient;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Sipp;

/**
 * Two operators whose phones are in their browsers, a caller and a station, on a real Asterisk: the beeps of Chromium's
 * microphone are heard by the caller, and the caller's in the page. What was said is played in the page afterwards.
 */
class BrowserPhoneIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String HOTLINE = "4008809818";
    private static final String CALLER = "13800138001";
    private static final String STATION = "13700137003";
    private static final String PHONES = "asterisk_phone";

    /** Longer than all of it takes; who is still there at the end is hung up. */
    private static final Duration STAYS = Duration.ofSeconds(200);

    private static RunningService service;
    private static AsteriskInstance exchange;
    private static PhoneBrowser browser;
    private static RestClient admin;
    private static PhonePage li;
    private static PhonePage wang;
    private static CallerSound sound;

    @BeforeAll
    static void open() throws Exception {
        // A page of Playwright belongs to one thread.
        Awaitility.pollInSameThread();
        exchange = AsteriskInstance.prepare("browser-phone");
        service = RunningService.prepare("browser-phone", configuration()).start();
        sql("create role asterisk_cel login; alter role asterisk_cel set timezone to 'UTC';"
                + " grant insert on cel to asterisk_cel;"
                + " create role " + PHONES + " login; grant select on phone_sign_on to " + PHONES);
        exchange.with("agi-port", Integer.toString(service.port("rescueline.telephony.agi-port")))
                .with("ring-seconds", "30")
                .with("record", "yes")
                .recordingInto(service.databasePort(), EmbeddedPostgres.DATABASE, "asterisk_cel")
                .withBrowserPhones(PHONES)
                .start();
        admin = RestClient.signIn(service, "admin", PASSWORD);
        sound = CallerSound.open();
        browser = PhoneBrowser.open();
        li = atDesk("li", "1001");
        wang = atDesk("wang", "1002");
    }

    private static Map<String, String> configuration() {
        var settings = new HashMap<String, String>();
        settings.put("rescueline.telephony.enabled", "true");
        settings.put("rescueline.telephony.ami.port", Integer.toString(exchange.amiPort()));
        settings.put("rescueline.telephony.ami.secret", AsteriskInstance.SECRET);
        settings.put("rescueline.telephony.phone.socket", exchange.webSocket().toString());
        settings.put("rescueline.telephony.desk.wrap-up", "PT60S");
        settings.put(
                "rescueline.telephony.recordings.spool.hotline",
                exchange.spool().toString());
        settings.put("rescueline.telephony.recordings.settled", "PT1S");
        settings.put("rescueline.telephony.recordings.fetch-every", "1s");
        settings.put("rescueline.security.admin-password", PASSWORD);
        return settings;
    }

    @AfterAll
    static void close() {
        Awaitility.reset();
        if (browser != null) {
            browser.close();
            sound.close();
        }
        exchange.close();
        service.close();
    }

    @Test
    void carriesACallFromTheAnswerThroughTransferAndConferenceToItsRecording() throws Exception {
        String id;
        try (var station = Sipp.echoing(exchange, exchange.carrier(), Duration.ofMillis(300), STAYS);
                var caller = Sipp.caller(exchange, HOTLINE, CALLER, STAYS, sound)) {
            // Given
            li.testHeadset();
            id = liAnswers();
            // When
            liHoldsAndMutes(id);
            liPressesAKey();
            liHandsOverToWang(id);
            handsOnUnasked(id, wang, li, "1001");
            handsOnUnasked(id, li, wang, "1002");
            wangBringsTheStationToOneTable(id);
            wangLeavesTheOthersGoOn(id);
            exchange.cli("channel request hangup all");
            // Then
            caller.succeeded();
            station.succeeded();
        }
        theLedgerTellsItAll(id);
        wangHearsTheRecording(id);
        theSwitchForgetsWhoSignsOut();
    }

    private static String liAnswers() {
        li.answer();
        hears(li);
        callerHearsSomebody();
        var live = await().atMost(PATIENCE)
                .until(() -> li.get("/calls/live"), calls -> "ANSWERED".equals(calls.getString("[0].state")));
        return live.getString("[0].id");
    }

    private static void liHoldsAndMutes(String id) {
        li.press("F4");
        awaitSteps(id, "CLAIMED", "HELD");
        li.press("F4");
        awaitSteps(id, "CLAIMED", "HELD", "RESUMED");
        hears(li);
        li.press("F7");
        awaitSteps(id, "CLAIMED", "HELD", "RESUMED", "MUTED");
        callerHearsNobody();
        li.press("F7");
        awaitSteps(id, "CLAIMED", "HELD", "RESUMED", "MUTED", "UNMUTED");
        hears(li);
        callerHearsSomebody();
    }

    /** The colleague is asked while the caller waits; then the caller is with the colleague, and the operator wraps up. */
    private static void liHandsOverToWang(String id) {
        li.ask("1002");
        wang.answer();
        hears(wang);
        hears(li);
        li.pressWhenReady("hand-over", "F8");
        await().atMost(PATIENCE).until(() -> "1002".equals(call(id).getString("operatorExtension")));
        li.awaitState("WRAP_UP");
        hears(wang);
        callerHearsSomebody();
    }

    /** It goes out as an event (RFC 4733) and not as a tone, so that a machine far away understands it. */
    private static void liPressesAKey() {
        int before = sound.keyPackets();
        li.pressPhoneKey("5");
        await("the caller's side is told of the key").atMost(PATIENCE).until(() -> sound.keyPackets() > before);
    }

    private static void handsOnUnasked(String id, PhonePage from, PhonePage to, String extension) {
        from.handOnUnasked(extension);
        to.answer();
        await().atMost(PATIENCE).until(() -> extension.equals(call(id).getString("operatorExtension")));
        hears(to);
        callerHearsSomebody();
    }

    /** Sound goes out and comes back; if not, browser and exchange say how it stands with them. */
    private static void hears(PhonePage page) {
        try {
            page.awaitSoundBothWays();
        } catch (ConditionTimeoutException silence) {
            var exchangeSays = Stream.of("core show channels verbose", "bridge show all", "pjsip show channelstats")
                    .map(exchange::cli)
                    .collect(Collectors.joining("\n"));
            throw new AssertionError(page.connection() + "\n" + exchangeSays, silence);
        }
    }

    /** The beep of each second arrives; in what the exchange itself sends to a caller who waits there is a tone as well. */
    private static void callerHearsSomebody() {
        int before = sound.loudPackets();
        await("the caller hears somebody").atMost(PATIENCE).until(() -> sound.loudPackets() > before + 5);
    }

    /** Packets come, and for more than a second there is nothing in them. */
    private static void callerHearsNobody() {
        await("the caller hears nobody").atMost(PATIENCE).until(() -> {
            int before = sound.heardPackets();
            int loud = sound.loudPackets();
            await("packets").atMost(PATIENCE).until(() -> sound.heardPackets() > before + 75);
            return sound.loudPackets() == loud;
        });
    }

    private static void wangBringsTheStationToOneTable(String id) {
        wang.ask(STATION);
        wang.pressWhenReady("conference", "F9");
        await().atMost(PATIENCE)
                .until(
                        () -> tableOf(id),
                        list -> list.contains("PJSIP/1002-web")
                                && list.contains("PJSIP/outbound")
                                && list.contains("PJSIP/hotline-trunk"));
        hears(wang);
        callerHearsSomebody();
    }

    private static void wangLeavesTheOthersGoOn(String id) {
        wang.press("Shift+F2");
        await().atMost(PATIENCE).until(() -> !tableOf(id).contains("PJSIP/1002-web"));
        assertThat(tableOf(id)).contains("PJSIP/outbound").contains("PJSIP/hotline-trunk");
    }

    private static void theLedgerTellsItAll(String id) {
        await().atMost(PATIENCE).until(() -> "ENDED".equals(call(id).getString("state")));
        var ledger = call(id);
        assertThat(ledger.getList("legs.role", String.class))
                .containsExactlyInAnyOrder("CALLER", "OPERATOR", "OPERATOR", "OPERATOR", "OPERATOR", "CUSTOMER");
        assertThat(ledger.getList("legs.extension", String.class)).contains("1001", "1002");
        assertThat(ledger.getString("operatorExtension")).isEqualTo("1002");
        assertThat(ledger.getList("legs.endedAt")).doesNotContainNull();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(steps(id))
                .containsExactlyInAnyOrder(
                        "CLAIMED",
                        "HELD",
                        "RESUMED",
                        "MUTED",
                        "UNMUTED",
                        "ASKED",
                        "HANDED_OVER",
                        "CLAIM_MOVED",
                        "TRANSFERRED",
                        "CLAIM_MOVED",
                        "TRANSFERRED",
                        "CLAIM_MOVED",
                        "ASKED",
                        "CONFERENCED"));
    }

    /** Both sides are in it; it is played, and sought in its picture; the listening is in the audit, once. */
    private static void wangHearsTheRecording(String id) {
        var recording = await().atMost(PATIENCE)
                .until(() -> wang.get("/calls/" + id + "/recordings").getString("[0].id"), found -> found != null);
        var sides = wang.get("/recordings/" + recording + "/waveform").getList("channels", List.class);
        assertThat(sides).hasSize(2).allSatisfy(side -> assertThat(loudest(side))
                .isGreaterThan(20));

        wang.goTo("/calls/" + id);
        wang.part("play").click();
        assertThat(wang.part("player")).hasAttribute("data-playing", "true");
        await("the sound is played").atMost(PATIENCE).until(() -> playedSeconds() >= 1);
        var length = Double.parseDouble(wang.part("wave").getAttribute("aria-valuemax"));
        wang.part("wave").click();
        await("it goes on from the middle").atMost(PATIENCE).until(() -> playedSeconds() > length / 2);
        assertThat(playedSeconds()).isCloseTo(length / 2, within(length / 4));
        assertThat(admin.get("/security/audit?kind=RECORDING_HEARD").getList("items.username"))
                .containsExactly("wang");
    }

    private static double loudest(List<?> side) {
        return side.stream()
                .mapToDouble(sample -> ((Number) sample).doubleValue())
                .max()
                .orElse(0);
    }

    private static double playedSeconds() {
        return Double.parseDouble(wang.part("wave").getAttribute("aria-valuenow"));
    }

    /** The switch may read what a session that holds signs on with, and nothing else; with the session it is gone. */
    private static void theSwitchForgetsWhoSignsOut() throws SQLException {
        assertThat(signOnsOf("1001-web")).isEqualTo(1);
        assertThatThrownBy(() -> asSwitch("select count(*) from phone_credential"))
                .hasMessageContaining("permission denied");
        li.endSession();
        assertThat(signOnsOf("1001-web")).isZero();
        assertThat(exchange.cli("pjsip show auth 1001-web")).contains("Unable to find object");
    }

    /** The first caller is to reach Li, so Wang has a break until he is asked. */
    private static PhonePage atDesk(String username, String extension) {
        var account = Map.of(
                "username",
                username,
                "displayName",
                "Tester " + username,
                "password",
                PASSWORD,
                "roles",
                List.of("OPERATOR"),
                "extension",
                extension,
                "language",
                "en");
        admin.post("/users", account);
        var page = browser.signIn(service, username, PASSWORD);
        await("the phone of " + username + " signs on").atMost(PATIENCE).until(() -> seat(extension + "-web")
                .contains("(Not in use)"));
        if ("1002".equals(extension)) {
            page.pause("MEAL");
            await().atMost(PATIENCE).until(() -> seat("1002-web").contains("paused"));
        }
        assertThat(seat(extension)).contains("(PJSIP/" + extension + ")").contains("paused");
        return page;
    }

    private static String seat(String member) {
        return exchange.cli("queue show hotline")
                .lines()
                .filter(line -> line.strip().startsWith(member + " "))
                .findFirst()
                .orElse("");
    }

    private static String tableOf(String callId) {
        return exchange.cli("confbridge list " + callId);
    }

    private static JsonPath call(String id) {
        return admin.get("/calls/" + id);
    }

    private static void awaitSteps(String id, String... kinds) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(steps(id)).containsExactly(kinds));
    }

    private static List<String> steps(String id) {
        return admin.get("/calls/" + id + "/steps").getList("kind", String.class);
    }

    private static long signOnsOf(String id) throws SQLException {
        return asSwitch("select count(*) from phone_sign_on where id = '" + id + "'");
    }

    private static long asSwitch(String query) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + service.databasePort() + "/" + EmbeddedPostgres.DATABASE;
        try (var connection = DriverManager.getConnection(url, PHONES, "");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void sql(String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(service.databaseUrl())) {
            connection.createStatement().execute(statements);
        }
    }
}
