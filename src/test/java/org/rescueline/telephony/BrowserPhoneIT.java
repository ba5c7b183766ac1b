package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.PhoneBrowser;
import org.rescueline.testkit.PhoneBrowser.Sound;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.Sipp;

/**
 * Two operators whose phones are in their browsers, a caller and a station, on a real Asterisk: the beeps of Chromium's
 * microphone travel to the other side, which says them back.
 */
class BrowserPhoneIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PASSWORD = "correct horse battery";
    private static final String HOTLINE = "4008809818";
    private static final String PHONES = "asterisk_phone";

    private static RunningService service;
    private static AsteriskInstance exchange;
    private static PhoneBrowser browser;
    private static String admin;

    @BeforeAll
    static void open() throws Exception {
        // A page of Playwright belongs to one thread.
        Awaitility.pollInSameThread();
        exchange = AsteriskInstance.prepare("browser-phone");
        service = RunningService.prepare(
                        "browser-phone",
                        Map.of(
                                "rescueline.telephony.enabled",
                                "true",
                                "rescueline.telephony.ami.port",
                                Integer.toString(exchange.amiPort()),
                                "rescueline.telephony.ami.secret",
                                AsteriskInstance.SECRET,
                                "rescueline.telephony.phone.socket",
                                exchange.webSocket().toString(),
                                "rescueline.telephony.desk.wrap-up",
                                "PT60S",
                                "rescueline.security.admin-password",
                                PASSWORD))
                .start();
        sql(
                "create role asterisk_cel login; alter role asterisk_cel set timezone to 'UTC'; grant insert on cel to asterisk_cel;"
                        + " create role " + PHONES + " login; grant select on phone_sign_on to " + PHONES);
        exchange.with("agi-port", Integer.toString(service.port("rescueline.telephony.agi-port")))
                .with("ring-seconds", "30")
                .recordingInto(databasePort(), EmbeddedPostgres.DATABASE, "asterisk_cel")
                .withBrowserPhones(PHONES)
                .start();
        RestAssured.baseURI = service.uri("").toString();
        admin = SignIn.token("admin", PASSWORD);
        createOperator("li", "1001");
        createOperator("wang", "1002");
        browser = PhoneBrowser.open();
    }

    @AfterAll
    static void close() {
        RestAssured.reset();
        Awaitility.reset();
        if (browser != null) {
            browser.close();
        }
        exchange.close();
        service.close();
    }

    @Test
    void carriesACallFromTheAnswerThroughHoldTransferAndConferenceToItsEnd() throws Exception {
        // Given
        var li = atDesk("li", "1001");
        var wang = atDesk("wang", "1002");
        pause(wang, "MEAL");
        await().atMost(PATIENCE).until(() -> seat("1002-web").contains("paused"));
        assertThat(seat("1001")).contains("(PJSIP/1001)").contains("paused");
        try (var station = Sipp.echoing(exchange, exchange.carrier(), Duration.ofMillis(300), Duration.ofSeconds(170));
                var caller = Sipp.echoingCaller(exchange, HOTLINE, "13800138001", Duration.ofSeconds(170))) {

            // When: answered in the page
            li.getByTestId("answer").waitFor();
            li.keyboard().press("F2");
            li.getByTestId("call-panel").waitFor();
            var id = liveCall(li).getString("id");

            // Then: sound goes out and comes back
            var talking = awaitSound(li, since(li), BrowserPhoneIT::flowsBothWays);

            // When: held and taken back
            li.keyboard().press("F4");
            awaitSteps(id, "CLAIMED", "HELD");
            li.keyboard().press("F4");
            awaitSteps(id, "CLAIMED", "HELD", "RESUMED");
            awaitSound(li, talking, BrowserPhoneIT::flowsBothWays);

            // When: muted, then heard again
            li.keyboard().press("F7");
            awaitSteps(id, "CLAIMED", "HELD", "RESUMED", "MUTED");
            awaitSilence(li);
            li.keyboard().press("F7");
            awaitSteps(id, "CLAIMED", "HELD", "RESUMED", "MUTED", "UNMUTED");
            awaitSound(li, since(li), BrowserPhoneIT::flowsBothWays);

            // When: a colleague is asked, while the caller waits
            bringIn(li, "1002");
            wang.getByTestId("answer").waitFor();
            wang.keyboard().press("F2");
            wang.getByTestId("call-panel").waitFor();
            awaitSound(wang, since(wang), BrowserPhoneIT::flowsBothWays);
            awaitSound(li, since(li), BrowserPhoneIT::flowsBothWays);
            awaitEnabled(li.getByTestId("hand-over"));
            li.keyboard().press("F8");

            // Then: the caller is with the colleague, and the operator wraps up
            await().atMost(PATIENCE).until(() -> "1002".equals(call(id).getString("operatorExtension")));
            await().atMost(PATIENCE)
                    .until(() -> "WRAP_UP".equals(li.getByTestId("desk-state").getAttribute("data-state")));
            awaitSound(wang, since(wang), BrowserPhoneIT::flowsBothWays);

            // When: the station joins at one table
            wang.bringToFront();
            bringIn(wang, "13700137003");
            awaitEnabled(wang.getByTestId("conference"));
            wang.keyboard().press("F9");

            // Then
            await().atMost(PATIENCE)
                    .until(
                            () -> tableOf(id),
                            list -> list.contains("PJSIP/1002-web")
                                    && list.contains("PJSIP/outbound")
                                    && list.contains("PJSIP/hotline-trunk"));
            awaitSound(wang, since(wang), BrowserPhoneIT::flowsBothWays);

            // When: the colleague leaves, and the others hang up
            wang.keyboard().press("Shift+F2");
            await().atMost(PATIENCE).until(() -> !tableOf(id).contains("PJSIP/1002-web"));
            assertThat(tableOf(id)).contains("PJSIP/outbound").contains("PJSIP/hotline-trunk");
            exchange.cli("channel request hangup all");
            caller.succeeded();
            station.succeeded();

            // Then: the ledger tells it all
            await().atMost(PATIENCE).until(() -> "ENDED".equals(call(id).getString("state")));
            var ledger = call(id);
            assertThat(ledger.getList("legs.role", String.class))
                    .containsExactlyInAnyOrder("CALLER", "OPERATOR", "OPERATOR", "CUSTOMER");
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
                            "ASKED",
                            "CONFERENCED"));
        }
        forgetsWhoSignsOut(li);
    }

    /** The switch may read what a session that holds signs on with, and nothing else; with the session it is gone. */
    private static void forgetsWhoSignsOut(Page page) throws Exception {
        // Given
        assertThat(signOnsSeenBySwitch("1001-web")).isEqualTo(1);
        assertThatThrownBy(() -> asSwitch("select count(*) from phone_credential"))
                .hasMessageContaining("permission denied");

        // When
        page.context().request().delete(service.uri("/api/v1/session").toString());

        // Then
        assertThat(signOnsSeenBySwitch("1001-web")).isZero();
        assertThat(exchange.cli("pjsip show auth 1001-web")).contains("Unable to find object");
    }

    private static Page atDesk(String username, String extension) {
        var page = browser.signIn(service, username, PASSWORD);
        page.getByTestId("desk").waitFor();
        await("the phone of " + username + " signs on").atMost(PATIENCE).until(() -> seat(extension + "-web")
                .contains("(Not in use)"));
        return page;
    }

    private static void pause(Page page, String reason) {
        page.keyboard().press("F10");
        page.getByTestId("pause-" + reason).click();
    }

    private static void bringIn(Page page, String target) {
        page.keyboard().press("F8");
        page.getByTestId("transfer-target").fill(target);
        page.getByTestId("transfer-target").press("Enter");
        page.getByTestId("third-party").waitFor();
    }

    private static void awaitEnabled(Locator button) {
        await().atMost(PATIENCE).until(button::isEnabled);
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

    private static Sound since(Page page) {
        return PhoneBrowser.soundOf(page);
    }

    /** Bytes both ways, and beeps that came back. */
    private static boolean flowsBothWays(Sound more) {
        return more.sent() > 8_000 && more.received() > 8_000 && more.heard() > 1e-6;
    }

    private static Sound awaitSound(Page page, Sound before, Predicate<Sound> isEnough) {
        return await().atMost(PATIENCE).until(() -> since(page), now -> isEnough.test(between(before, now)));
    }

    /** Packets still come, and there is nothing in them: what the other side says back is silence. */
    private static void awaitSilence(Page page) {
        await().atMost(PATIENCE).until(() -> {
            var before = since(page);
            var after = awaitSound(page, before, more -> more.received() > 16_000);
            return between(before, after).heard() < 1e-6;
        });
    }

    private static Sound between(Sound before, Sound after) {
        return new Sound(
                after.sent() - before.sent(),
                after.received() - before.received(),
                after.spoken() - before.spoken(),
                after.heard() - before.heard());
    }

    private static JsonPath liveCall(Page page) {
        return await().atMost(PATIENCE)
                .until(
                        () -> JsonPath.from(page.context()
                                        .request()
                                        .get(service.uri("/api/v1/calls/live").toString())
                                        .text())
                                .setRootPath("[0]"),
                        live -> "ANSWERED".equals(live.getString("state")));
    }

    private static JsonPath call(String id) {
        return get("/api/v1/calls/" + id);
    }

    private static void awaitSteps(String id, String... kinds) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(steps(id)).containsExactly(kinds));
    }

    private static List<String> steps(String id) {
        return get("/api/v1/calls/" + id + "/steps").getList("kind", String.class);
    }

    private static JsonPath get(String path) {
        return RestAssured.given().cookie(SignIn.COOKIE, admin).get(path).jsonPath();
    }

    private static void createOperator(String username, String extension) {
        RestAssured.given()
                .cookie(SignIn.COOKIE, admin)
                .contentType(ContentType.JSON)
                .body(Map.of(
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
                        "en"))
                .post("/api/v1/users")
                .then()
                .statusCode(201);
    }

    private static long signOnsSeenBySwitch(String id) throws SQLException {
        return asSwitch("select count(*) from phone_sign_on where id = '" + id + "'");
    }

    private static long asSwitch(String query) throws SQLException {
        try (var connection = connect(PHONES);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void sql(String statements) throws SQLException {
        try (var connection = connect(EmbeddedPostgres.USER)) {
            connection.createStatement().execute(statements);
        }
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/" + EmbeddedPostgres.DATABASE, role, "");
    }

    private static int databasePort() {
        try {
            var pidFile = service.dataDirectory().resolve("postgres").resolve("postmaster.pid");
            return Integer.parseInt(Files.readAllLines(pidFile).get(3).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
