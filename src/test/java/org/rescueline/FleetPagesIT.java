package org.rescueline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rescueline.testkit.ConsoleBrowser;
import org.rescueline.testkit.ConsolePage;
import org.rescueline.testkit.RestClient;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;

/**
 * The pages about trucks, used by keys on the packaged service with the demo's simulated terminals on the road: the map, a
 * truck, its track replayed, the work lists, what was refused. They are photographed into {@code target/screenshots}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetPagesIT {

    private static final int TRUCKS = 300;
    private static final int FILE_ROWS = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The last of the register: it is not among the demo's trucks on the road, so the test may drive it. */
    private static final String OWN_TERMINAL = "014400000301";

    private static final String STRANGE_TERMINAL = "014499990001";

    /** Trucks beside the road, each with one fault for the work lists. */
    private static final String FROZEN_TERMINAL = "014400000302";

    private static final String WRONG_CLOCK_TERMINAL = "014400000303";
    private static final String SILENT_TERMINAL = "14400000304";

    private static RunningService service;
    private static ConsoleBrowser browser;
    private static Terminal808 own;
    private static ConsolePage page;
    private static RestClient dispatcher;
    private static String truck;

    @BeforeAll
    static void start() {
        service = RunningService.prepare(
                        "fleet-pages",
                        Map.of(
                                "rescueline.demo.enabled", "true",
                                "rescueline.demo.stations", "40",
                                "rescueline.demo.vehicles", Integer.toString(TRUCKS + 4),
                                "rescueline.demo.trucks-on-road", Integer.toString(TRUCKS),
                                "rescueline.demo.trucks-per-connection", "25",
                                "rescueline.demo.report-interval", "PT3S",
                                "rescueline.demo.call-interval", "PT1H",
                                "rescueline.vehicle.frozen-after", "PT2S"))
                .start();
        browser = ConsoleBrowser.launch();
        await("the demo's people").atMost(PATIENCE).ignoreExceptions().until(() -> {
            dispatcher = RestClient.signIn(service, "dispatcher", "demo");
            return dispatcher.get("/vehicles?q=" + OWN_TERMINAL).getInt("total") == 1;
        });
        truck = dispatcher.get("/vehicles?q=" + OWN_TERMINAL).getString("items[0].id");
        drive();
    }

    /** Half an hour on the road, twenty minutes of silence, half an hour more, and the emergency button at the end. */
    private static void drive() {
        own = Terminal808.online(service.port("rescueline.gps.port"), OWN_TERMINAL);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (var minute = 80; minute >= 1; minute--) {
            if (minute <= 30 || minute > 50) {
                var way = 80 - minute;
                own.report(LocationReport.at(
                                34.30 + way * 0.004 * Math.sin(way / 9.0),
                                108.95 + way * 0.011,
                                now.minusSeconds(60L * minute))
                        .withIgnition(true)
                        .withMotion(68, 80));
            }
        }
        own.report(LocationReport.at(34.492, 109.830, now)
                .withIgnition(true)
                .withMotion(0, 80)
                .withDriverSos(true));
        var strange = own.another(ProtocolVersion.V2013, STRANGE_TERMINAL);
        strange.register("陕A演0007");
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
        own.close();
        browser.close();
        service.close();
    }

    @Test
    @Order(1)
    void simulatesTerminalsThatShareConnections() {
        await("every truck reports").atMost(PATIENCE).until(() -> {
            var positions = dispatcher.get("/vehicles/positions?limit=2000").getList("fixedAt", String.class);
            return positions.size() > TRUCKS;
        });
    }

    @Test
    @Order(2)
    void showsEveryTruckOnOneMapAndFollowsOne() {
        // Given
        page = browser.open(service).signIn("dispatcher", "demo");

        // When
        page.goTo("/map");
        page.shows("fleet", Pattern.compile((TRUCKS + 1) + " 辆"));
        page.awaitMap();

        // Then
        page.shows("fleet-row", "紧急按钮");
        page.photographInBothLanguages("map");
        page.photographAtNight("map");
        page.press("j");
        page.shows("fleet-picture", Pattern.compile("陕A演0301.*航向", Pattern.DOTALL));
        page.press("f");
        page.shows("fleet-picture", Pattern.compile("跟随 陕A演0301"));
        page.awaitMap();
        page.photograph("map-following");
    }

    @Test
    @Order(3)
    void findsATruckInTheRegisterAsItsPlateIsTyped() {
        // When
        page.goTo("/vehicles");
        page.shows("vehicle-row", "陕A演");

        // Then
        page.photographInBothLanguages("vehicles");
        page.photographAtNight("vehicles");
        page.press("/");
        page.type("0301");
        page.shows("vehicle-row", "陕A演0301");
    }

    @Test
    @Order(4)
    void showsATruckOfTheRegister() {
        // When
        page.goTo("/vehicles/" + truck);
        page.shows("vehicle-detail", "0301");
        page.awaitMap();

        // Then
        page.photographInBothLanguages("vehicle");
        page.photographAtNight("vehicle");
    }

    @Test
    @Order(5)
    void replaysATrackByKeysAndSaysWhereNothingWasHeard() {
        // Given
        await("the history holds the drive")
                .atMost(PATIENCE)
                .until(() -> dispatcher
                                .get("/vehicles/" + truck + "/track")
                                .getList("properties.gaps")
                                .size()
                        == 1);
        page.press("r");
        page.shows("replay-fix", "61 个定位点");
        page.awaitMap();

        // When
        page.press("Home");
        for (var fix = 0; fix < 29; fix++) {
            page.press("ArrowRight");
        }
        page.press("Shift+ArrowRight");

        // Then
        page.shows("replay-fix", Pattern.compile("没有上报，这里的位置不知道"));
        page.shows("replay-fix", "车载终端 JT/T 808");
        page.photographInBothLanguages("replay");
        page.photographAtNight("replay");
    }

    @Test
    @Order(6)
    void listsWhatIsWrongInTheDataWithAStepForEachRow() throws SQLException {
        // Given
        fallSilentForFiveDays();
        var wrongClock = own.another(ProtocolVersion.V2013, WRONG_CLOCK_TERMINAL);
        wrongClock.signIn();
        wrongClock.report(34.0, 108.9, Instant.now().plus(Duration.ofDays(2)));
        var frozen = own.another(ProtocolVersion.V2013, FROZEN_TERMINAL);
        frozen.signIn();
        await("the work lists")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    driveWithAFrozenFix(frozen);
                    return hasRows("clock-wrong") && hasRows("fix-frozen");
                });

        // When
        page.goTo("/data-quality");
        page.shows("data-quality", "终端没有车辆");

        // Then
        page.shows("quality-row", STRANGE_TERMINAL.substring(1));
        page.photographInBothLanguages("data-quality");
        page.photographAtNight("data-quality");
        photographList("2", SILENT_TERMINAL, "silent");
        photographList("3", WRONG_CLOCK_TERMINAL.substring(1), "clock");
        photographList("4", FROZEN_TERMINAL.substring(1), "frozen");
        page.press("5");
        page.shows("data-quality", "这张清单是空的");
        page.photographInBothLanguages("data-quality-empty");
        page.photographAtNight("data-quality-empty");
    }

    private static void photographList(String key, String terminal, String name) {
        page.press(key);
        page.shows("quality-row", terminal);
        page.photographInBothLanguages("data-quality-" + name);
    }

    /** By its own word the truck drives, and its place stands still. */
    private static void driveWithAFrozenFix(Terminal808 frozen) {
        frozen.report(LocationReport.at(34.20, 108.80, Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .withIgnition(true)
                .withMotion(64, 90));
    }

    /** Nobody waits five days for a test. */
    private static void fallSilentForFiveDays() throws SQLException {
        try (var database = DriverManager.getConnection(service.databaseUrl());
                var terminal = database.prepareStatement(
                        "update terminal set first_seen_at = now() - interval '5 days' where phone = ?")) {
            terminal.setString(1, SILENT_TERMINAL);
            assertThat(terminal.executeUpdate()).isEqualTo(1);
        }
    }

    private static boolean hasRows(String list) {
        return dispatcher.get("/data-quality/" + list).getInt("total") > 0;
    }

    @Test
    @Order(7)
    void tellsWhatWasNotBelievedByReasonAndSender() {
        // Given a frame that the line spoilt, and a receiver that sees no satellites and says it does
        var spoilt = own.rawFrame(MessageId.HEARTBEAT);
        spoilt[1] ^= 0x10;
        own.sendRaw(spoilt);
        own.report(LocationReport.at(0, 0, Instant.now().truncatedTo(ChronoUnit.SECONDS)));

        // When
        page.press("b");
        page.shows("refused", "校验码错误");
        page.shows("refused", "零坐标");

        // Then
        page.shows("refused", OWN_TERMINAL.substring(1));
        page.photographInBothLanguages("refused");
        page.photographAtNight("refused");
    }

    @Test
    @Order(8)
    void checksAFileOfTrucksAndTakesItsGoodRowsOnly() throws IOException {
        try (var admin = browser.open(service).signIn("admin", "demo")) {
            // Given
            admin.goTo("/vehicle-import");
            admin.photographInBothLanguages("import");
            var rows = new StringBuilder("车牌号,车架号,车型,司机,保修截止,颜色\n");
            rows.append("陕A演9001,LZGDEM007RX90000,X6000,演示司机 13900000001,2027-01-01,红\n");
            rows.append("陕A演0007,,X6000,,32.13.2026,红\n");
            for (var truck = 0; truck < FILE_ROWS; truck++) {
                rows.append("陕B演%05d,,X5000,,2027-06-30,白\n".formatted(truck));
            }
            var file = Files.writeString(Path.of("target", "trucks-to-import.csv"), rows);

            // When
            admin.part("import-file").setInputFiles(file);
            assertThat(admin.part("import-progress")).isVisible();
            admin.snapshot("import-checking");

            // Then
            admin.shows("import-report", FILE_ROWS + "");
            admin.shows("bad-row", "陕A演9001");
            admin.photographInBothLanguages("import-checked");
            admin.photographAtNight("import-checked");
            admin.part("take-import").press("Enter");
            assertThat(admin.part("import-progress")).isVisible();
            admin.snapshot("import-taking");
            admin.shows("import-report", "已导入");
            admin.photographInBothLanguages("import-taken");
            assertThat(admin.errors()).isEqualTo(List.of());
        }
        assertThat(dispatcher.get("/vehicles?size=1").getInt("total")).isEqualTo(TRUCKS + 4 + FILE_ROWS);
    }

    @Test
    @Order(9)
    void showsTheRegisterOfStationsWithItsMap() {
        // When
        page.goTo("/stations");
        page.awaitMap();

        // Then
        page.photographInBothLanguages("stations");
        assertThat(page.errors()).isEqualTo(List.of());
    }
}
