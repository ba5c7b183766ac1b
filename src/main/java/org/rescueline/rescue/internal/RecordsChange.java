package org.rescueline.rescue.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.rescueline.event.EventService;
import org.rescueline.event.TimelineEntry;
import org.rescueline.rescue.PromiseKind;
import org.rescueline.rescue.RescueConfig;
import org.rescueline.rescue.RescueFact;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;

/**
 * The end of every change, in the caller's transaction: the clock of the new stage, its row, the one line in the case's
 * timeline, and the news once all of it is committed.
 */
@Singleton
class RecordsChange {

    private final JobStore jobs;
    private final PromiseStore promises;
    private final JobViews views;
    private final EventService events;
    private final Facts facts;
    private final ZoneId zone;

    RecordsChange(
            JobStore jobs,
            PromiseStore promises,
            JobViews views,
            EventService events,
            Facts facts,
            RescueConfig config) {
        this.jobs = jobs;
        this.promises = promises;
        this.views = views;
        this.events = events;
        this.facts = facts;
        this.zone = config.zone();
    }

    /**
     * After the job entered another stage.
     *
     * @param clockStart when the promise of the new stage began to run
     */
    Uni<RescueJobView> ofStage(
            JobEntity job,
            StageEntity stage,
            Instant clockStart,
            TimelineEntry line,
            Function<RescueJobView, RescueFact> fact) {
        return startClock(job, clockStart).chain(() -> jobs.write(stage)).chain(() -> ofAnything(job, line, fact));
    }

    /** After something else about the job changed. */
    Uni<RescueJobView> ofAnything(JobEntity job, TimelineEntry line, Function<RescueJobView, RescueFact> fact) {
        return jobs.flush()
                .chain(() -> events.appendTimeline(job.eventId(), line))
                .chain(() -> views.of(job))
                .call(view -> AfterCommit.run(() -> facts.publish(fact.apply(view))));
    }

    private Uni<Void> startClock(JobEntity job, Instant clockStart) {
        return PromiseKind.at(job.stage())
                .map(kind ->
                        promises.rules().map(rules -> FindsPromise.in(rules, circumstances(job, kind, clockStart))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .invoke(job::promise)
                .replaceWithVoid();
    }

    private FindsPromise.Circumstances circumstances(JobEntity job, PromiseKind kind, Instant clockStart) {
        return new FindsPromise.Circumstances(
                kind, job.roadMeters(), job.stationArea(), job.priority(), clockStart, zone);
    }
}
