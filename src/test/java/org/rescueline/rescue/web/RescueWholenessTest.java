package org.rescueline.rescue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.rescue.Cases;
import org.rescueline.rescue.TestStations;

/** A change that dies half way has not happened. */
@QuarkusTest
class RescueWholenessTest {

    private static final double LATITUDE = 42.0;
    private static final double LONGITUDE = 105.0;

    @Inject
    Cases cases;

    @Inject
    TestStations stations;

    private RescueDesk desk;
    private UUID eventId;

    @BeforeEach
    void openCase() {
        stations.around(LATITUDE, LONGITUDE);
        eventId = cases.open(LATITUDE, LONGITUDE);
        desk = new RescueDesk();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the timeline refuses the line, raise exception 'no',                            500",
        "the connection dies,           perform pg_terminate_backend(pg_backend_pid()), 503"
    })
    void leavesTheJobAsItWas(String what, String plpgsql, int status) {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);
        var before = desk.get(job);

        // When
        var failed = cases.whileTimelineDoes(eventId, plpgsql, () -> desk.advance(job, "ACCEPTED"));

        // Then
        failed.then().statusCode(status);
        assertThat(desk.get(job).asString()).isEqualTo(before.asString());
        assertThat(cases.rescueLines(eventId)).hasSize(2);
        desk.advance(job, "ACCEPTED")
                .then()
                .statusCode(200)
                .body("stages.stage", contains("PENDING", "OFFERED", "ACCEPTED"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the timeline refuses the line, raise exception 'no'",
        "the connection dies,           perform pg_terminate_backend(pg_backend_pid())"
    })
    void leavesTheStationUnasked(String what, String plpgsql) {
        // Given
        var job = desk.request(eventId);
        var shown = desk.rank(job);
        String first = shown.path("candidates[0].station.id");

        // When
        cases.whileTimelineDoes(eventId, plpgsql, () -> desk.assign(job, shown, first, Map.of()));

        // Then
        desk.get(job)
                .then()
                .body("stage", equalTo("PENDING"))
                .body("trips", equalTo(List.of()))
                .body("station", equalTo(null));
        assertThat(desk.rank(job).<Integer>path("candidates.find { it.station.id == '" + first + "' }.openJobs"))
                .isEqualTo(shown.<Integer>path("candidates[0].openJobs"));
    }
}
