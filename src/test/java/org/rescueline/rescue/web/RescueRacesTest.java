package org.rescueline.rescue.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.rescueline.rescue.Cases;
import org.rescueline.rescue.TestStations;

/** People who press at the same moment. */
@QuarkusTest
class RescueRacesTest {

    private static final double LATITUDE = 40.0;
    private static final double LONGITUDE = 95.0;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Inject
    Cases cases;

    @Inject
    TestStations stations;

    @Inject
    Pool pool;

    private RescueDesk desk;
    private UUID eventId;

    @BeforeEach
    void openCase() {
        stations.around(LATITUDE, LONGITUDE);
        eventId = cases.open(LATITUDE, LONGITUDE);
        desk = new RescueDesk();
    }

    @RepeatedTest(3)
    void letsOneOfTwoDispatchersAssignAndShowsTheOtherWhoWasFirst() throws Exception {
        // Given: both saw the same job and the same list, and choose differently
        var job = desk.request(eventId);
        var shown = desk.rank(job);
        var etag = desk.etag(job);

        // When
        var answers = atOnce(IntStream.range(0, 2)
                .<Callable<Response>>mapToObj(at -> () -> desk.dispatcher()
                        .header("If-Match", etag)
                        .body(Map.of(
                                "rankingId", shown.path("id"),
                                "stationId", shown.path("candidates[" + at + "].station.id")))
                        .post("/api/v1/rescues/" + job + "/assign"))
                .toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        var winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        var loser = answers.stream()
                .filter(answer -> answer.statusCode() == 412)
                .findFirst()
                .orElseThrow();
        assertThat(loser.<String>path("current.station.id")).isEqualTo(winner.path("station.id"));
        assertThat(loser.<Integer>path("current.version")).isEqualTo(winner.path("version"));
        assertThat(desk.get(job).<List<?>>path("trips")).hasSize(1);
        assertThat(cases.rescueLines(eventId)).hasSize(2);
    }

    @RepeatedTest(3)
    void takesAStepOnceThoughItIsPressedOnManyScreens() throws Exception {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);
        var etag = desk.etag(job);

        // When
        var answers = atOnce(IntStream.range(0, 4)
                .<Callable<Response>>mapToObj(screen -> () -> desk.dispatcher()
                        .header("If-Match", etag)
                        .body(Map.of("to", "ACCEPTED"))
                        .post("/api/v1/rescues/" + job + "/advance"))
                .toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(cases.rescueLines(eventId)).hasSize(3);
        assertThat(desk.get(job).<List<String>>path("stages.stage")).containsExactly("PENDING", "OFFERED", "ACCEPTED");
    }

    @RepeatedTest(3)
    void startsOneJobThoughManyAskAtOnce() throws Exception {
        // When
        var answers = atOnce(IntStream.range(0, 4)
                .<Callable<Response>>mapToObj(screen ->
                        () -> desk.dispatcher().body(Map.of("eventId", eventId)).post("/api/v1/rescues"))
                .toList());

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
        assertThat(cases.rescueLines(eventId)).hasSize(1);
        assertThat(jobsOf(eventId)).isEqualTo(1);
    }

    @Test
    void givesEveryJobOfADayItsOwnNumberWithoutGaps() throws Exception {
        // Given
        var events = IntStream.range(0, 8)
                .mapToObj(i -> cases.open(LATITUDE, LONGITUDE))
                .toList();

        // When
        var answers = atOnce(events.stream()
                .<Callable<Response>>map(event ->
                        () -> desk.dispatcher().body(Map.of("eventId", event)).post("/api/v1/rescues"))
                .toList());

        // Then
        var serials = answers.stream()
                .map(answer -> Integer.parseInt(answer.<String>path("number").substring(10)))
                .sorted()
                .toList();
        assertThat(serials).doesNotHaveDuplicates();
        assertThat(serials.get(7) - serials.get(0)).isEqualTo(7);
    }

    private long jobsOf(UUID event) {
        return pool.preparedQuery("select count(*) from rescue_job where event_id = $1")
                .execute(Tuple.of(event))
                .await()
                .atMost(DEADLINE)
                .iterator()
                .next()
                .getLong(0);
    }

    private static List<Response> atOnce(List<Callable<Response>> presses) throws Exception {
        var people = Executors.newFixedThreadPool(presses.size());
        try {
            return people.invokeAll(presses).stream()
                    .map(RescueRacesTest::answer)
                    .toList();
        } finally {
            people.shutdown();
        }
    }

    private static Response answer(Future<Response> pressed) {
        try {
            return pressed.get();
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }
}
