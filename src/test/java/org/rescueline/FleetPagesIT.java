package org.rescueline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The last of the register: it is not among the demo's trucks on the road, so the test may drive it. */
    private static final String OWN_TERMINAL = "014400000301";

    private static final String STRANGE_TERMINAL = "014499990001";

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
                                "rescueline.demo.vehicles", Integer.toString(TRUCKS + 1),
                                "rescueline.demo.trucks-on-road", Integer.toString(TRUCKS),
                                "rescueline.demo.trucks-per-connection", "25",
                                "rescueline.demo.report-interval", "PT3S",
                                "rescueline.demo.call-interval", "PT1H"))
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
    @Order(4)
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
    @Order(5)
    void listsWhatIsWrongInTheDataWithAStepForEachRow() {
        // When
        page.goTo("/data-quality");
        page.shows("data-quality", "终端没有车辆");
        page.shows("quality-row", STRANGE_TERMINAL.substring(1));

        // Then
        page.photographInBothLanguages("data-quality");
        page.photographAtNight("data-quality");
    }

    @Test
    @Order(6)
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
        page.shows("refused-row", OWN_TERMINAL.substring(1));
        page.photographInBothLanguages("refused");
        page.photographAtNight("refused");
    }

    @Test
    @Order(7)
    void showsTheRegisterOfStationsWithItsMap() {
        // When
        page.goTo("/stations");
        page.awaitMap();

        // Then
        page.photographInBothLanguages("stations");
        assertThat(page.errors()).isEqualTo(List.of());
    }
}
