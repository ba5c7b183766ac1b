package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rescueline.rescue.Advance;
import org.rescueline.rescue.Assign;
import org.rescueline.rescue.Cases;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueService;
import org.rescueline.rescue.RescueStage;
import org.rescueline.rescue.TestStations;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ReactiveBridge;

/** Jobs that take whatever steps chance picks: whatever they do, the record stays whole. */
@QuarkusTest
class RandomWalkTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int STEPS = 25;

    @Inject
    RescueService rescues;

    @Inject
    Cases cases;

    @Inject
    TestStations stations;

    @Inject
    ReactiveBridge bridge;

    @BeforeEach
    void enterStations() {
        stations.around(35.0, 75.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void writesOneLineAndOneStageForEveryStep(long seed) {
        // Given
        var random = new Random(seed);
        var eventId = cases.open(35.0, 75.0);
        var job = done(() -> rescues.requestRescue(eventId, Actor.SYSTEM));

        for (int step = 1; step <= STEPS && job.stage().isOpen(); step++) {
            // When
            var before = job;
            var to = pick(job, random);
            job = to == RescueStage.OFFERED ? assign(job, random) : advance(job, to);

            // Then
            assertThat(job.stage()).isEqualTo(to);
            assertThat(job.stages()).hasSize(before.stages().size() + 1);
            assertThat(job.stages().get(job.stages().size() - 1).stage()).isEqualTo(to);
            assertThat(cases.rescueLines(eventId)).hasSize(job.stages().size());
            assertThat(job.version()).isGreaterThan(before.version());
            assertThat(job.trips().stream().filter(trip -> trip.endedAt() == null))
                    .hasSize(to.occupiesStation() && to != RescueStage.SECOND_TRIP ? 1 : 0);
            assertThat(job.promise() != null).isEqualTo(to.isOpen());
        }
    }

    /** Cancelling ends the walk, so it is rarely picked. */
    private static RescueStage pick(RescueJobView job, Random random) {
        var next = job.allowedTransitions().stream()
                .filter(stage -> stage != RescueStage.CANCELLED || random.nextInt(10) == 0)
                .toList();
        return next.get(random.nextInt(next.size()));
    }

    private RescueJobView assign(RescueJobView job, Random random) {
        var ranking = done(() -> rescues.rank(job.id(), null, Actor.SYSTEM));
        var others = ranking.candidates().stream()
                .map(candidate -> candidate.station().id())
                .filter(id -> job.station() == null || !id.equals(job.station().id()))
                .toList();
        UUID chosen = others.get(random.nextInt(others.size()));
        var choice = new Assign(chosen, ranking.id(), null, "测试改派");
        return done(() -> rescues.assign(job.id(), choice, Actor.SYSTEM, job.version()));
    }

    private RescueJobView advance(RescueJobView job, RescueStage to) {
        return done(() -> rescues.advance(job.id(), new Advance(to, "测试", null, null), Actor.SYSTEM, job.version()));
    }

    private <T> T done(Supplier<Uni<T>> work) {
        return bridge.run("test-walk", DEADLINE, work)
                .toCompletableFuture()
                .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
