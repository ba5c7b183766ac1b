package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.rescueline.event.EventService;
import org.rescueline.rescue.PromiseBroken;
import org.rescueline.rescue.RescueConfig;
import org.rescueline.rescue.RescueTimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Provenance;
import org.rescueline.shared.ReactiveBridge;

/**
 * Looks for promises whose moment has passed. Each is taken by one node, in a transaction of its own: marked, told in
 * the case's timeline, published once. One that cannot be told is logged, left for the next look, and holds up no
 * other.
 */
@Singleton
class PromiseSweep {

    private static final Logger LOG = Logger.getLogger(PromiseSweep.class);

    private final PromiseStore promises;
    private final JobStore jobs;
    private final JobViews views;
    private final EventService events;
    private final Facts facts;
    private final ReactiveBridge bridge;
    private final RescueConfig config;
    private final Clock clock;
    private final AtomicBoolean isRunning = new AtomicBoolean();

    PromiseSweep(
            PromiseStore promises,
            JobStore jobs,
            JobViews views,
            EventService events,
            Facts facts,
            ReactiveBridge bridge,
            RescueConfig config,
            Clock clock) {
        this.promises = promises;
        this.jobs = jobs;
        this.views = views;
        this.events = events;
        this.facts = facts;
        this.bridge = bridge;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(config.promiseSweep().toMillis(), timer -> sweepUnlessRunning());
    }

    private void sweepUnlessRunning() {
        if (isRunning.compareAndSet(false, true)) {
            bridge.run("promise-sweep", config.promiseSweepDeadline(), this::sweep)
                    .whenComplete((done, failure) -> isRunning.set(false));
        }
    }

    /** Takes what is due, one after another, up to the batch; answers how many were taken. */
    Uni<Integer> sweep() {
        return sweep(new HashSet<>(), 0);
    }

    private Uni<Integer> sweep(Set<UUID> failed, int taken) {
        if (taken >= config.promiseSweepBatch()) {
            return Uni.createFrom().item(taken);
        }
        var attempt = new Attempt();
        return Panache.withTransaction(() -> takeOne(failed, attempt))
                .onFailure(failure -> attempt.job.isPresent())
                .recoverWithItem(failure -> {
                    var job = attempt.job.orElseThrow();
                    LOG.errorf(failure, "The broken promise of job %s could not be told", job);
                    failed.add(job);
                    return true;
                })
                .chain(more ->
                        more ? sweep(failed, taken + 1) : Uni.createFrom().item(taken - failed.size()));
    }

    private Uni<Boolean> takeOne(Set<UUID> notThese, Attempt attempt) {
        var now = clock.instant();
        return promises.markOneBroken(now, notThese)
                .invoke(marked -> attempt.job = marked)
                .chain(marked -> marked.isEmpty()
                        ? Uni.createFrom().item(false)
                        : jobs.get(marked.get()).chain(job -> tell(job, now)).replaceWith(true));
    }

    private Uni<Void> tell(JobEntity job, Instant now) {
        return views.of(job)
                .call(view -> {
                    var promise = Objects.requireNonNull(view.promise());
                    return events.appendTimeline(
                            job.eventId(),
                            TimelineLine.about(job, RescueTimelineKinds.PROMISE_BROKEN)
                                    .with("promise", promise.kind())
                                    .with("stage", view.stage())
                                    .with("dueAt", promise.dueAt())
                                    .with("minutes", promise.minutes())
                                    .by(Actor.SYSTEM, Provenance.MEASURED, now));
                })
                .chain(view -> AfterCommit.run(() -> facts.publish(new PromiseBroken(view))));
    }

    /** Remembers which job a transaction was about, for when it fails. */
    private static final class Attempt {
        private Optional<UUID> job = Optional.empty();
    }
}
