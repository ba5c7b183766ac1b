package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventService;
import org.rescueline.rescue.RankingShown;
import org.rescueline.rescue.RescueConfig;
import org.rescueline.shared.Actor;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.station.Capability;
import org.rescueline.station.Ranking;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationService;

/**
 * Who should go, for one job:
 *
 * <ol>
 *   <li>take the place from the case anew, for the truck may have been found since;
 *   <li>rank the stations;
 *   <li>keep the list as it is shown, under its id.
 * </ol>
 */
@Singleton
class RankFlow {

    private final JobStore jobs;
    private final RankingStore rankings;
    private final JobViews views;
    private final EventService events;
    private final StationService stations;
    private final Facts facts;
    private final RescueConfig config;
    private final Clock clock;

    RankFlow(
            JobStore jobs,
            RankingStore rankings,
            JobViews views,
            EventService events,
            StationService stations,
            Facts facts,
            RescueConfig config,
            Clock clock) {
        this.jobs = jobs;
        this.rankings = rankings;
        this.views = views;
        this.events = events;
        this.stations = stations;
        this.facts = facts;
        this.config = config;
        this.clock = clock;
    }

    Uni<Ranking> rank(UUID jobId, @Nullable Set<Capability> need, Actor actor) {
        return Panache.withTransaction(() -> jobs.get(jobId)
                .invoke(GuardsChange::requireOpen)
                .chain(job -> events.getEvent(job.eventId())
                        .map(CaseFacts::of)
                        .chain(facts -> refreshed(job, facts, need == null ? facts.need() : need)))
                .chain(job -> rank(job)
                        .call(ranking -> rankings.write(job.id(), ranking, actor))
                        .call(ranking -> announce(job, ranking))));
    }

    /** A case that has lost its place does not take it from the job. */
    private Uni<JobEntity> refreshed(JobEntity job, CaseFacts facts, Set<Capability> need) {
        var place = facts.place().latitude() == null ? job.place() : facts.place();
        return jobs.refreshPlace(job, place, need);
    }

    private Uni<Ranking> rank(JobEntity job) {
        var place = job.point()
                .orElseThrow(() -> Failure.conflict("rescue.place-unknown", Map.of("number", job.eventNumber())));
        return stations.rank(new RankingRequest(place, job.need(), clock.instant(), config.rankingLimit()));
    }

    private Uni<Void> announce(JobEntity job, Ranking ranking) {
        return views.of(job).chain(view -> AfterCommit.run(() -> facts.publish(new RankingShown(view, ranking))));
    }
}
