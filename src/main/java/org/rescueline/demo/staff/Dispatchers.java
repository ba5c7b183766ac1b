package org.rescueline.demo.staff;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.rescueline.demo.DemoConfig;
import org.rescueline.rescue.Advance;
import org.rescueline.rescue.Assign;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueService;
import org.rescueline.security.UserView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.station.Ranking;

/**
 * The simulated dispatcher, who leaves a person at the board the first choice, and the simulated stations, which answer
 * and go.
 */
@Singleton
class Dispatchers {

    private final RescueService rescues;
    private final DemoConfig config;
    private final Clock clock;

    Dispatchers(RescueService rescues, DemoConfig config, Clock clock) {
        this.rescues = rescues;
        this.config = config;
        this.clock = clock;
    }

    /** Looks through all open jobs once. */
    Uni<Void> work(UserView dispatcher) {
        var actor = Colleagues.actorOf(dispatcher);
        return rescues.listOpen()
                .onItem()
                .transformToMulti(jobs -> Multi.createFrom().iterable(jobs))
                .onItem()
                .transformToUniAndConcatenate(job -> workOn(job, actor)
                        // A person at the board was quicker, or no station can go: both are fine.
                        .onFailure(Failure.class)
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> workOn(RescueJobView job, Actor dispatcher) {
        return switch (job.stage()) {
            case PENDING, DECLINED, UNANSWERED -> hasWaited(job) ? send(job, dispatcher) : nothing();
            case OFFERED,
                    ACCEPTED,
                    DEPARTED,
                    ARRIVED,
                    INSPECTING,
                    REPAIRING,
                    WAITING_FOR_PARTS,
                    SECOND_TRIP,
                    COMPLETED,
                    CALLBACK -> playStation(job);
            case CLOSED, CANCELLED -> nothing();
        };
    }

    private boolean hasWaited(RescueJobView job) {
        return job.stageSince().plus(config.dispatcherPatience()).isBefore(clock.instant());
    }

    /** The first who has not been asked for this job yet. */
    private Uni<Void> send(RescueJobView job, Actor dispatcher) {
        return rescues.rank(job.id(), null, dispatcher).chain(ranking -> firstNotAsked(job, ranking)
                .map(choice -> rescues.assign(job.id(), choice, dispatcher, job.version())
                        .replaceWithVoid())
                .orElseGet(Dispatchers::nothing));
    }

    private static Optional<Assign> firstNotAsked(RescueJobView job, Ranking ranking) {
        return ranking.candidates().stream()
                .map(candidate -> candidate.station().id())
                .filter(station ->
                        job.trips().stream().noneMatch(trip -> trip.stationId().equals(station)))
                .findFirst()
                .map(station -> new Assign(station, ranking.id(), null, "演示：换一家"));
    }

    private Uni<Void> playStation(RescueJobView job) {
        var station = job.station();
        if (station == null) {
            return nothing();
        }
        var actor = Colleagues.stationActor(station.id(), station.name());
        return StationHabits.findStep(job, clock.instant())
                .map(step -> advance(job, step, actor))
                .orElseGet(Dispatchers::nothing);
    }

    private Uni<Void> advance(RescueJobView job, Advance step, Actor actor) {
        return rescues.advance(job.id(), step, actor, job.version()).replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
