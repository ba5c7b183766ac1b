package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.Advance;
import org.rescueline.rescue.JobAdvanced;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueStage;
import org.rescueline.rescue.RescueTimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Provenance;
import org.rescueline.station.StationService;
import org.rescueline.station.StationSummary;

/**
 * A job goes on, in one transaction:
 *
 * <ol>
 *   <li>lock the job; who saw an older one is shown the newer;
 *   <li>the stage table allows the step, and a reason is given where one is needed;
 *   <li>the leg follows, then the stage and its clock;
 *   <li>one line in the timeline; the news after the commit.
 * </ol>
 */
@Singleton
class AdvanceFlow {

    private final GuardsChange guards;
    private final MovesTrip trips;
    private final RecordsChange record;
    private final StationService stations;
    private final Clock clock;

    AdvanceFlow(GuardsChange guards, MovesTrip trips, RecordsChange record, StationService stations, Clock clock) {
        this.guards = guards;
        this.trips = trips;
        this.record = record;
        this.stations = stations;
        this.clock = clock;
    }

    Uni<RescueJobView> advance(UUID jobId, Advance step, Actor actor, long version) {
        var said = Said.in(step);
        return Panache.withTransaction(() -> guards.lock(jobId, version)
                .invoke(job -> GuardsChange.requireAllowed(job, step.to()))
                .chain(job -> stationName(job).chain(station -> go(job, said, actor, station))));
    }

    private Uni<RescueJobView> go(JobEntity job, Said said, Actor actor, @Nullable String station) {
        var now = clock.instant();
        var from = job.stage();
        return trips.follow(job, said.to, now)
                .invoke(() -> job.enter(said.to, now))
                .chain(clockStart -> record.ofStage(
                        job,
                        new StageEntity(job, actor, said.provenance, said.reason, said.note),
                        clockStart,
                        line(job, from, said, station).by(actor, said.provenance, now),
                        view -> new JobAdvanced(view, from, said.to)));
    }

    private Uni<@Nullable String> stationName(JobEntity job) {
        var station = job.stationId();
        return station == null
                ? Uni.createFrom().nullItem()
                : stations.summariesOf(Set.of(station)).map(known -> nameIn(known, station));
    }

    private static @Nullable String nameIn(Map<UUID, StationSummary> known, UUID station) {
        var summary = known.get(station);
        return summary == null ? null : summary.name();
    }

    private static TimelineLine line(JobEntity job, RescueStage from, Said said, @Nullable String station) {
        return TimelineLine.about(job, RescueTimelineKinds.RESCUE_ADVANCED)
                .with("from", from)
                .with("to", said.to)
                .with("stationId", job.stationId())
                .with("stationName", station)
                .with("reason", said.reason)
                .with("note", said.note);
    }

    /** The step as it is written down: texts trimmed, the reason there where it must be, the provenance honest. */
    private record Said(
            RescueStage to,
            @Nullable String reason,
            @Nullable String note,
            Provenance provenance) {

        static Said in(Advance step) {
            if (step.to() == RescueStage.OFFERED) {
                throw Failure.invalid("to", "rescue.offer-needs-station");
            }
            var reason = GuardsChange.text("reason", step.reason());
            if (reason == null && StageTable.needsReason(step.to())) {
                throw Failure.invalid(
                        "reason",
                        "rescue.reason-missing",
                        Map.of("to", step.to().name()));
            }
            return new Said(step.to(), reason, GuardsChange.text("note", step.note()), provenance(step));
        }

        /**
         * What the centre itself does is measured by our clock; what a station or customer reports is told. Nobody can
         * claim a measurement or a proof by hand: proof of arrival comes from positions.
         */
        private static Provenance provenance(Advance step) {
            var own =
                    switch (step.to()) {
                        case UNANSWERED, CALLBACK, CLOSED, CANCELLED -> Provenance.MEASURED;
                        case PENDING,
                                OFFERED,
                                ACCEPTED,
                                DECLINED,
                                DEPARTED,
                                ARRIVED,
                                INSPECTING,
                                REPAIRING,
                                WAITING_FOR_PARTS,
                                SECOND_TRIP,
                                COMPLETED -> Provenance.TOLD;
                    };
            var claimed = step.provenance();
            if (claimed == null || claimed == own) {
                return own;
            }
            if (claimed == Provenance.MEASURED || claimed == Provenance.PROVEN) {
                throw Failure.invalid(
                        "provenance", "rescue.provenance-not-by-hand", Map.of("provenance", claimed.name()));
            }
            return claimed;
        }
    }
}
