package org.rescueline.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.Ids;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.WebPerson;

/**
 * The service is killed in the middle of a stream of changes to jobs. What it acknowledged stands, what it did not may be
 * sent again with its key, and either way each change stands once, with one line in the case's timeline.
 */
class RescueSurvivesKillIT {

    private static final int JOBS = 4;
    private static final int BEFORE_THE_KILL = 60;
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final List<String> UNTIL_REPAIR =
            List.of("ACCEPTED", "DEPARTED", "ARRIVED", "INSPECTING", "REPAIRING");

    private final AtomicInteger acknowledged = new AtomicInteger();
    private WebPerson dispatcher;

    @Test
    void keepsEachChangeOnceThroughAKillAndARepetition() {
        try (var service = RunningService.prepare("rescue-killed", WebPerson.SIGN_IN).start()) {
            // Given
            var admin = WebPerson.admin(service);
            admin.enterStation("KILL-2", "02988880002", 34.51, 109.51);
            dispatcher = admin.enter("rescue-dispatcher", Role.DISPATCHER, null);
            var jobs = IntStream.range(0, JOBS).mapToObj(each -> new Job()).toList();

            // When
            var streams = jobs.stream()
                    .map(job -> CompletableFuture.runAsync(job::changeUntilNobodyAnswers))
                    .toList();
            await().atMost(LONG).until(() -> acknowledged.get() >= BEFORE_THE_KILL);
            service.kill9();
            streams.forEach(CompletableFuture::join);
            service.start();
            dispatcher.signIn();
            jobs.forEach(Job::repeatWhatWasNotAnswered);

            // Then
            jobs.forEach(Job::assertAnswersAreRepeated);
            jobs.forEach(Job::assertEveryChangeStandsOnce);
        }
    }

    /** A request that changes a job, as it can be sent again. */
    private record Change(String stage, String path, Object body, String etag, String key) {}

    /** One job and all that was asked of it, in order; the last was not answered. */
    private final class Job {

        private final String eventId = openCase();
        private final String id = post("/api/v1/rescues", Map.of("eventId", eventId), 201).path("id");
        private final List<Change> changes = new ArrayList<>();
        private final List<String> answers = new ArrayList<>();
        private String etag;

        void changeUntilNobodyAnswers() {
            try {
                var shown = post("/api/v1/rescues/" + id + "/rank", Map.of(), 200);
                Map<String, Object> choice =
                        Map.of("rankingId", shown.path("id"), "stationId", shown.path("candidates[0].station.id"));
                etag = dispatcher.request().get(dispatcher.uri("/api/v1/rescues/" + id)).header("ETag");
                change("OFFERED", "assign", choice);
                UNTIL_REPAIR.forEach(this::advance);
                Stream.iterate(0, round -> round + 1).forEach(round -> {
                    advance("WAITING_FOR_PARTS");
                    advance("REPAIRING");
                });
            } catch (NobodyAnswered killed) {
                // What was asked last is the last of the changes.
            }
        }

        void repeatWhatWasNotAnswered() {
            assertThat(changes).hasSize(answers.size() + 1);
            answers.add(sendAgain(changes.get(answers.size())));
        }

        void assertAnswersAreRepeated() {
            for (int i = 0; i < changes.size(); i++) {
                assertThat(sendAgain(changes.get(i))).isEqualTo(answers.get(i));
            }
        }

        void assertEveryChangeStandsOnce() {
            var expected = Stream.concat(Stream.of("PENDING"), changes.stream().map(Change::stage))
                    .toList();
            var job = dispatcher.request().get(dispatcher.uri("/api/v1/rescues/" + id));
            assertThat(job.jsonPath().getList("stages.stage", String.class)).isEqualTo(expected);
            var timeline = dispatcher.request().get(dispatcher.uri("/api/v1/events/" + eventId + "/timeline"));
            assertThat(timeline.jsonPath().getList("findAll { it.arguments.jobNumber != null }"))
                    .hasSameSizeAs(expected);
        }

        private void advance(String stage) {
            change(stage, "advance", Map.of("to", stage));
        }

        private void change(String stage, String verb, Object body) {
            var path = "/api/v1/rescues/" + id + "/" + verb;
            var change = new Change(stage, path, body, etag, Ids.next().toString());
            changes.add(change);
            try {
                var answer = send(change);
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                answers.add(answer.asString());
                etag = answer.header("ETag");
                acknowledged.incrementAndGet();
            } catch (AssertionError wrong) {
                throw wrong;
            } catch (Exception broken) {
                throw new NobodyAnswered(broken);
            }
        }
    }

    private static final class NobodyAnswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        NobodyAnswered(Exception broken) {
            super(broken);
        }
    }

    private String openCase() {
        var place = Map.of("text", "G30 K985+300", "latitude", 34.5, "longitude", 109.5, "datum", "WGS84");
        String event = post("/api/v1/events", Map.of("kind", "EMERGENCY_RESCUE", "toldPlace", place), 201)
                .path("id");
        post("/api/v1/events/" + event + "/open", Map.of(), 200);
        return event;
    }

    private Response post(String path, Object body, int status) {
        return dispatcher.request()
                .body(body)
                .post(dispatcher.uri(path))
                .then()
                .statusCode(status)
                .extract()
                .response();
    }

    private Response send(Change change) {
        return dispatcher.request()
                .header("If-Match", change.etag())
                .header("Idempotency-Key", change.key())
                .body(change.body())
                .post(dispatcher.uri(change.path()));
    }

    private String sendAgain(Change change) {
        var answer = send(change);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }
}
