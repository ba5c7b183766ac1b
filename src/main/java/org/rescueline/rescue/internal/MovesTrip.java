package org.rescueline.rescue.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.RescueStage;
import org.rescueline.rescue.TripOutcome;
import org.rescueline.shared.Failure;

/** Keeps a job's legs in step with its stages. */
@Singleton
class MovesTrip {

    private final JobStore jobs;

    MovesTrip(JobStore jobs) {
        this.jobs = jobs;
    }

    /** A station is asked: whatever leg was under way ends, and its own begins. */
    Uni<Void> begin(
            JobEntity job,
            UUID stationId,
            @Nullable Double roadMeters,
            UUID rankingId,
            @Nullable String reason,
            Instant now) {
        return jobs.findOpenTrip(job.id())
                .invoke(open -> open.ifPresent(trip -> trip.end(TripOutcome.REASSIGNED, now)))
                // The old leg is written before the new one: the schema never allows two open legs.
                .call(() -> jobs.flush())
                .chain(() -> jobs.findLastTrip(job.id()))
                .map(last -> last.map(trip -> trip.id().next()).orElseGet(() -> new TripId(job.id(), 1)))
                .chain(id -> {
                    var trip = new TripEntity(id, stationId, now, roadMeters);
                    trip.chosenFrom(rankingId, reason);
                    return jobs.write(trip);
                });
    }

    /**
     * The job goes to another stage.
     *
     * @return when the clock of the new stage began to run: an arrival is promised from when the station said yes
     */
    Uni<Instant> follow(JobEntity job, RescueStage to, Instant now) {
        return jobs.findOpenTrip(job.id()).chain(open -> switch (to) {
            case ACCEPTED -> at(now, () -> required(open, job).accept(now));
            case DEPARTED -> open.isPresent() ? depart(open.get(), now) : departAgain(job, now);
            case ARRIVED -> at(now, () -> required(open, job).arrive(now));
            case DECLINED -> at(now, () -> required(open, job).end(TripOutcome.DECLINED, now));
            case UNANSWERED -> at(now, () -> required(open, job).end(TripOutcome.UNANSWERED, now));
            case SECOND_TRIP -> at(now, () -> required(open, job).end(TripOutcome.SECOND_TRIP, now));
            case COMPLETED -> at(now, () -> required(open, job).end(TripOutcome.COMPLETED, now));
            case CANCELLED -> at(now, () -> open.ifPresent(trip -> trip.end(TripOutcome.CANCELLED, now)));
            case PENDING, OFFERED, INSPECTING, REPAIRING, WAITING_FOR_PARTS, CALLBACK, CLOSED -> at(now, () -> {});
        });
    }

    private static Uni<Instant> at(Instant now, Runnable change) {
        change.run();
        return Uni.createFrom().item(now);
    }

    private static Uni<Instant> depart(TripEntity trip, Instant now) {
        trip.depart(now);
        var accepted = trip.acceptedAt();
        return Uni.createFrom().item(accepted == null ? now : accepted);
    }

    private Uni<Instant> departAgain(JobEntity job, Instant now) {
        return jobs.findLastTrip(job.id())
                .map(last -> required(last, job).again(now))
                .invoke(trip -> trip.depart(now))
                .call(jobs::write)
                .replaceWith(now);
    }

    /** The stage table lets no job get here without its leg. */
    private static TripEntity required(Optional<TripEntity> trip, JobEntity job) {
        return trip.orElseThrow(() -> Failure.bug(
                new IllegalStateException("job " + job.number() + " at " + job.stage() + " has no leg under way")));
    }
}
