package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.WgsPoint;
import org.rescueline.rescue.Assign;
import org.rescueline.rescue.JobAssigned;
import org.rescueline.rescue.RescueConfig;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueStage;
import org.rescueline.rescue.RescueTimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Provenance;
import org.rescueline.station.StationService;
import org.rescueline.station.StationView;

/**
 * Asking a station to go, in one transaction:
 *
 * <ol>
 *   <li>lock the job; who saw an older one is shown the newer;
 *   <li>the stage table allows it;
 *   <li>the list that was on the screen is the one we showed, and the choice from it is sound ({@link JudgesChoice});
 *   <li>a trip beyond the distance that needs it has its approval;
 *   <li>the leg before ends, the new one begins, the job takes over station and clock;
 *   <li>one line in the timeline; the news after the commit.
 * </ol>
 */
@Singleton
class AssignFlow {

    private static final double METERS_PER_KM = 1_000;

    private final GuardsChange guards;
    private final RankingStore rankings;
    private final StationService stations;
    private final MovesTrip trips;
    private final RecordsChange record;
    private final RescueConfig config;
    private final Clock clock;

    AssignFlow(
            GuardsChange guards,
            RankingStore rankings,
            StationService stations,
            MovesTrip trips,
            RecordsChange record,
            RescueConfig config,
            Clock clock) {
        this.guards = guards;
        this.rankings = rankings;
        this.stations = stations;
        this.trips = trips;
        this.record = record;
        this.config = config;
        this.clock = clock;
    }

    Uni<RescueJobView> assign(UUID jobId, Assign choice, Actor actor, long version) {
        return Panache.withTransaction(() -> guards.lock(jobId, version)
                .invoke(job -> GuardsChange.requireAllowed(job, RescueStage.OFFERED))
                .chain(job -> judge(job, choice).chain(judged -> stations.getStation(choice.stationId())
                        .chain(station -> offer(job, station, choice, judged, actor)))));
    }

    private Uni<JudgesChoice.Choice> judge(JobEntity job, Assign choice) {
        return rankings.find(job.id(), choice.rankingId())
                .map(shown -> shown.orElseThrow(
                        () -> Failure.invalid("rankingId", "rescue.ranking-unknown", Map.of("number", job.number()))))
                .map(shown -> JudgesChoice.judge(job, shown, choice));
    }

    private Uni<RescueJobView> offer(
            JobEntity job, StationView station, Assign choice, JudgesChoice.Choice judged, Actor actor) {
        var road = roadMeters(job, station);
        requireApproval(job, road);
        var now = clock.instant();
        var from = job.stage();
        return trips.begin(job, station.id(), road, choice.rankingId(), judged.reason(), now)
                .invoke(() -> {
                    job.choose(station.id(), station.officeCode(), road, choice.rankingId(), actor);
                    job.enter(RescueStage.OFFERED, now);
                })
                .chain(() -> record.ofStage(
                        job,
                        new StageEntity(job, actor, Provenance.MEASURED, judged.reason(), null),
                        now,
                        line(job, from, station, judged).by(actor, Provenance.MEASURED, now),
                        JobAssigned::new));
    }

    private @Nullable Double roadMeters(JobEntity job, StationView station) {
        var base = new WgsPoint(station.latitude(), station.longitude());
        return job.point()
                .map(place -> stations.estimateTravel(base, place).roadMeters())
                .orElse(null);
    }

    private void requireApproval(JobEntity job, @Nullable Double roadMeters) {
        int limitKm = config.approvalBeyondKm();
        if (limitKm == 0 || roadMeters == null || roadMeters <= limitKm * METERS_PER_KM || job.approvedBy() != null) {
            return;
        }
        throw Failure.conflict(
                "rescue.long-trip-needs-approval",
                Map.of("km", Math.round(roadMeters / METERS_PER_KM), "limit", limitKm));
    }

    private static TimelineLine line(JobEntity job, RescueStage from, StationView station, JudgesChoice.Choice judged) {
        var line = TimelineLine.about(job, RescueTimelineKinds.RESCUE_ASSIGNED)
                .with("from", from)
                .with("to", job.stage())
                .with("stationId", station.id())
                .with("stationName", station.name())
                .with("rankingId", job.rankingId())
                .with("reason", judged.reason());
        judged.candidate().ifPresent(candidate -> line.with("rank", candidate.rank())
                .with("distanceMeters", candidate.distanceMeters())
                .with("etaLowMinutes", candidate.etaLowMinutes())
                .with("etaHighMinutes", candidate.etaHighMinutes()));
        return line;
    }
}
