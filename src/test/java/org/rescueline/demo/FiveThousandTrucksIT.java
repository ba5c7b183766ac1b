package org.rescueline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
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
import org.rescueline.testkit.RestClient;
import org.rescueline.testkit.RunningService;

/** The demo's simulator at its largest promise: five thousand terminals on the packaged service's own gateway. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiveThousandTrucksIT {

    private static final int TRUCKS = 5_000;
    private static final int TRUCKS_PER_CONNECTION = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static RunningService service;
    private static RestClient dispatcher;

    @BeforeAll
    static void start() {
        service = RunningService.prepare(
                        "five-thousand-trucks",
                        Map.of(
                                "rescueline.demo.enabled", "true",
                                "rescueline.demo.stations", "40",
                                "rescueline.demo.trucks-on-road", Integer.toString(TRUCKS),
                                "rescueline.demo.trucks-per-connection", Integer.toString(TRUCKS_PER_CONNECTION),
                                "rescueline.demo.report-interval", "PT10S",
                                "rescueline.demo.call-interval", "PT1H"))
                .start();
        await("the demo's people").atMost(PATIENCE).ignoreExceptions().until(() -> {
            dispatcher = RestClient.signIn(service, "dispatcher", "demo");
            return dispatcher.get("/vehicles?size=1").getInt("total") == TRUCKS;
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void keepsThemAllOnlineAndReporting() {
        // When
        await("every terminal is online").atMost(PATIENCE).until(() -> gauge("rescueline_gps_sessions") == TRUCKS);
        var allOnline = Instant.now();

        // Then
        await("every truck has reported since").atMost(PATIENCE).until(() -> trucksFixedAfter(allOnline) == TRUCKS);
        assertThat(gauge("rescueline_gps_sessions")).isEqualTo(TRUCKS);
        assertThat(gauge("rescueline_gps_connections")).isEqualTo(TRUCKS / (double) TRUCKS_PER_CONNECTION);
    }

    @Test
    @Order(2)
    void showsThemAllOnOneMap() {
        try (var browser = ConsoleBrowser.launch();
                var page = browser.open(service).signIn("dispatcher", "demo")) {
            // When
            page.goTo("/map");

            // Then
            page.shows("fleet", Pattern.compile(TRUCKS + " 辆"));
            page.awaitMap();
            page.photograph("map-five-thousand");
            assertThat(page.errors()).isEqualTo(List.of());
        }
    }

    /** Of how many vehicles the last position is newer than this. */
    private static int trucksFixedAfter(Instant moment) {
        var positions = dispatcher.get("/vehicles/positions?limit=" + TRUCKS);
        var vehicles = positions.getList("vehicleId", String.class);
        var fixes = positions.getList("fixedAt", String.class);
        var fresh = new HashSet<String>();
        for (var each = 0; each < fixes.size(); each++) {
            if (Instant.parse(fixes.get(each)).isAfter(moment)) {
                fresh.add(vehicles.get(each));
            }
        }
        return fresh.size();
    }

    private static double gauge(String name) {
        var metrics = service.find("/q/metrics").orElseThrow().body();
        var value = Pattern.compile("^" + name + "(?:\\{[^}]*\\})? (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        assertThat(value.find()).as("the gauge %s", name).isTrue();
        return Double.parseDouble(value.group(1));
    }
}
