package org.rescueline.rescue.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueJobView.StageEntry;
import org.rescueline.rescue.RescueJobView.Trip;
import org.rescueline.station.Ranking;
import org.rescueline.station.StationService;
import org.rescueline.station.StationSummary;

/** Puts a job together from its rows: four questions to the database, however many jobs. */
@Singleton
class JobViews {

    private final JobStore jobs;
    private final RankingStore rankings;
    private final StationService stations;

    JobViews(JobStore jobs, RankingStore rankings, StationService stations) {
        this.jobs = jobs;
        this.rankings = rankings;
        this.stations = stations;
    }

    Uni<RescueJobView> of(JobEntity job) {
        return of(List.of(job)).map(views -> views.get(0));
    }

    Uni<List<RescueJobView>> of(List<JobEntity> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = found.stream().map(JobEntity::id).toList();
        return jobs.stagesOf(ids)
                .map(stages ->
                        stages.stream().collect(groupingBy(StageEntity::jobId, mapping(StageEntity::view, toList()))))
                .chain(stages -> jobs.tripsOf(ids)
                        .map(trips -> trips.stream()
                                .collect(groupingBy(trip -> trip.id().jobId(), mapping(TripEntity::view, toList()))))
                        .chain(trips -> chosenFrom(found)
                                .chain(shown -> summaries(found).map(known -> found.stream()
                                        .map(job -> view(job, new Parts(stages, trips, shown, known)))
                                        .toList()))));
    }

    private Uni<Map<UUID, Ranking>> chosenFrom(List<JobEntity> found) {
        return rankings.list(found.stream()
                .map(JobEntity::rankingId)
                .filter(Objects::nonNull)
                .collect(toSet()));
    }

    private Uni<Map<UUID, StationSummary>> summaries(List<JobEntity> found) {
        return stations.summariesOf(found.stream()
                .map(JobEntity::stationId)
                .filter(Objects::nonNull)
                .collect(toSet()));
    }

    private record Parts(
            Map<UUID, List<StageEntry>> stages,
            Map<UUID, List<Trip>> trips,
            Map<UUID, Ranking> rankings,
            Map<UUID, StationSummary> stations) {}

    private static RescueJobView view(JobEntity job, Parts parts) {
        var next = StageTable.next(job.stage());
        return new RescueJobView(
                job.id(),
                job.number(),
                job.eventId(),
                job.eventNumber(),
                job.priority(),
                job.vehicle(),
                job.place(),
                job.need(),
                job.stationId() == null ? null : parts.stations.get(job.stationId()),
                job.stage(),
                job.stageSince(),
                parts.stages.getOrDefault(job.id(), List.of()),
                job.promiseView(),
                job.blockedBy(),
                job.blockedSince(),
                parts.trips.getOrDefault(job.id(), List.of()),
                job.rankingId() == null ? null : parts.rankings.get(job.rankingId()),
                job.assignedBy(),
                job.approvedBy(),
                next,
                next.stream().filter(StageTable::needsReason).toList(),
                job.version(),
                job.createdAt(),
                job.createdBy());
    }
}
