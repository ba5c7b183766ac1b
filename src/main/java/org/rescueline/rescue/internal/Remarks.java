package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.BlockedReason;
import org.rescueline.rescue.JobBlocked;
import org.rescueline.rescue.LongTripApproved;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueTimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Provenance;

/** Changes that leave a job at its stage: what blocks it, and that a long trip is allowed. Saying it twice changes nothing. */
@Singleton
class Remarks {

    private final JobStore jobs;
    private final JobViews views;
    private final GuardsChange guards;
    private final RecordsChange record;
    private final Clock clock;

    Remarks(JobStore jobs, JobViews views, GuardsChange guards, RecordsChange record, Clock clock) {
        this.jobs = jobs;
        this.views = views;
        this.guards = guards;
        this.record = record;
        this.clock = clock;
    }

    Uni<RescueJobView> block(UUID jobId, @Nullable BlockedReason reason, @Nullable String note, Actor actor) {
        var said = GuardsChange.text("note", note);
        return Panache.withTransaction(() -> jobs.lock(jobId)
                .invoke(GuardsChange::requireOpen)
                .chain(job ->
                        Objects.equals(job.blockedBy(), reason) ? views.of(job) : block(job, reason, said, actor)));
    }

    Uni<RescueJobView> approveLongTrip(UUID jobId, @Nullable String note, Actor actor, long version) {
        var said = GuardsChange.text("note", note);
        return Panache.withTransaction(() -> guards.lock(jobId, version)
                .invoke(GuardsChange::requireOpen)
                .chain(job -> job.approvedBy() != null ? views.of(job) : approve(job, said, actor)));
    }

    private Uni<RescueJobView> block(
            JobEntity job, @Nullable BlockedReason reason, @Nullable String note, Actor actor) {
        var before = job.blockedBy();
        var now = clock.instant();
        job.block(reason, now);
        var line = reason == null
                ? TimelineLine.about(job, RescueTimelineKinds.RESCUE_UNBLOCKED).with("reason", before)
                : TimelineLine.about(job, RescueTimelineKinds.RESCUE_BLOCKED).with("reason", reason);
        return record.ofAnything(
                job,
                line.with("stage", job.stage()).with("note", note).by(actor, Provenance.TOLD, now),
                JobBlocked::new);
    }

    private Uni<RescueJobView> approve(JobEntity job, @Nullable String note, Actor actor) {
        job.approveLongTrip(actor);
        return record.ofAnything(
                job,
                TimelineLine.about(job, RescueTimelineKinds.LONG_TRIP_APPROVED)
                        .with("note", note)
                        .by(actor, Provenance.MEASURED, clock.instant()),
                LongTripApproved::new);
    }
}
