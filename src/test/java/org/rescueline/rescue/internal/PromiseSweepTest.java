package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.event.TimelineView;
import org.rescueline.rescue.Cases;
import org.rescueline.rescue.PromiseBroken;
import org.rescueline.rescue.PromiseKind;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueService;
import org.rescueline.rescue.RescueTimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Ids;
import org.rescueline.shared.ReactiveBridge;

/** The service's own sweep runs beside these, as another node's would. */
@QuarkusTest
class PromiseSweepTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Inject
    RescueService rescues;

    @Inject
    PromiseSweep sweep;

    @Inject
    Cases cases;

    @Inject
    Facts facts;

    @Inject
    ReactiveBridge bridge;

    @Inject
    Pool pool;

    private final List<RescueJobView> broken = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        facts.on(PromiseBroken.class, "test-sweep-" + Ids.next(), fact -> {
            broken.add(fact.job());
            return Uni.createFrom().voidItem();
        });
    }

    @Test
    void tellsABrokenPromiseOnceHoweverManyLook() {
        // Given
        var eventId = cases.open(31, 101);
        var job = request(eventId);
        runOut(job.id());

        // When
        var looks = IntStream.range(0, 6)
                .mapToObj(
                        look -> bridge.run("test-sweep", DEADLINE, sweep::sweep).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(looks)
                .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join();

        // Then
        await().atMost(DEADLINE).until(() -> told(job.id()) > 0);
        done(sweep::sweep);
        assertThat(told(job.id())).isEqualTo(1);
        assertThat(cases.rescueLines(eventId))
                .extracting(TimelineView::kind)
                .containsExactly(RescueTimelineKinds.RESCUE_REQUESTED, RescueTimelineKinds.PROMISE_BROKEN);
        var now = done(() -> rescues.getJob(job.id()));
        assertThat(now.promise().brokenAt()).isNotNull();
        assertThat(now.promise().kind()).isEqualTo(PromiseKind.ASSIGN);
        assertThat(now.version()).as("nobody edited the job").isEqualTo(job.version());
    }

    @Test
    void leavesRunningClocksAndFinishedJobsAlone() {
        // Given
        var running = request(cases.open(31, 102));
        var cancelled = request(cases.open(31, 103));
        runOut(cancelled.id());
        pool.preparedQuery("update rescue_job set stage = 'CANCELLED' where id = $1")
                .execute(Tuple.of(cancelled.id()))
                .await()
                .atMost(DEADLINE);

        // When
        done(sweep::sweep);

        // Then
        assertThat(done(() -> rescues.getJob(running.id())).promise().brokenAt())
                .isNull();
        assertThat(told(running.id())).isZero();
    }

    @Test
    void tellsTheOthersWhenOneCannotBeTold() {
        // Given: the first to break cannot be written down
        var mute = cases.open(31, 104);
        var first = request(mute);
        var other = request(cases.open(31, 105));
        cases.whileTimelineDoes(mute, "raise exception 'no'", () -> {
            runOut(first.id());
            runOut(other.id());

            // When
            done(sweep::sweep);
            await().atMost(DEADLINE).until(() -> told(other.id()) == 1);
            return null;
        });

        // Then: it is told as soon as it can be
        await().atMost(DEADLINE).until(() -> {
            done(sweep::sweep);
            return told(first.id()) == 1;
        });
    }

    private RescueJobView request(UUID eventId) {
        return done(() -> rescues.requestRescue(eventId, Actor.SYSTEM));
    }

    private long told(UUID job) {
        return broken.stream().filter(view -> view.id().equals(job)).count();
    }

    private void runOut(UUID job) {
        pool.preparedQuery("update rescue_job set promise_due_at = promise_due_at - interval '1 day' where id = $1")
                .execute(Tuple.of(job))
                .await()
                .atMost(DEADLINE);
    }

    private <T> T done(Supplier<Uni<T>> work) {
        return bridge.run("test-sweep", DEADLINE, work)
                .toCompletableFuture()
                .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
