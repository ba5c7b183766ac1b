package org.rescueline.rescue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.Priority;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Provenance;
import org.rescueline.station.Capability;
import org.rescueline.station.Ranking;
import org.rescueline.station.StationSummary;

/**
 * A rescue job as others see it.
 *
 * @param number {@code RJ-yymmdd-nnnn}
 * @param priority from the case; absent while it has none
 * @param need what a station must be able to do
 * @param station the one asked last, also when it refused; absent before the first
 * @param stages every stage the job went through, oldest first
 * @param promise the clock that runs now; absent when no rule promises anything
 * @param ranking the list that was on the screen when the station was chosen
 * @param longTripApproval who allowed a trip beyond the distance that needs it; absent unless somebody did
 * @param allowedTransitions where the job may go from here; OFFERED means assigning a station
 * @param reasonNeeded those of them that need a reason
 */
public record RescueJobView(
        UUID id,
        String number,
        UUID eventId,
        String eventNumber,
        @Nullable Priority priority,
        @Nullable Vehicle vehicle,
        Place place,
        Set<Capability> need,
        @Nullable StationSummary station,
        RescueStage stage,
        Instant stageSince,
        List<StageEntry> stages,
        @Nullable Promise promise,
        @Nullable BlockedReason blockedBy,
        @Nullable Instant blockedSince,
        List<Trip> trips,
        @Nullable Ranking ranking,
        @Nullable Actor assignedBy,
        @Nullable Actor longTripApproval,
        List<RescueStage> allowedTransitions,
        List<RescueStage> reasonNeeded,
        long version,
        Instant createdAt,
        Actor createdBy) {

    public RescueJobView {
        need = Set.copyOf(need);
        stages = List.copyOf(stages);
        trips = List.copyOf(trips);
        allowedTransitions = List.copyOf(allowedTransitions);
        reasonNeeded = List.copyOf(reasonNeeded);
    }

    /** The truck. */
    public record Vehicle(
            UUID id, @Nullable String plate, @Nullable String model) {}

    /**
     * Where help must go.
     *
     * @param latitude degrees WGS-84; absent when only words are known
     * @param longitude degrees WGS-84; absent when only words are known
     */
    public record Place(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String text,
            Provenance provenance) {}

    /**
     * One stage the job went through.
     *
     * @param provenance how it is known: measured for what was done here, told for what a station said
     * @param stationId the station it concerns; absent before one was asked
     */
    public record StageEntry(
            RescueStage stage,
            Instant at,
            Actor actor,
            Provenance provenance,
            @Nullable UUID stationId,
            @Nullable String reason,
            @Nullable String note) {}

    /**
     * The clock that runs now.
     *
     * @param minutes what the table promises
     * @param brokenAt when it was found broken; absent while it holds
     */
    public record Promise(
            PromiseKind kind,
            Instant startedAt,
            Instant dueAt,
            int minutes,
            @Nullable Instant brokenAt) {}

    /**
     * One station's leg of the job.
     *
     * @param number from 1
     * @param startedAt when the station was asked, or sent again
     * @param roadMeters the road there, as guessed when it was asked; absent when the place was unknown
     * @param overrideReason why a station was chosen that the ranking left out
     */
    public record Trip(
            int number,
            UUID stationId,
            Instant startedAt,
            @Nullable Instant departedAt,
            @Nullable Instant arrivedAt,
            @Nullable Instant endedAt,
            @Nullable TripOutcome outcome,
            @Nullable Double roadMeters,
            @Nullable String overrideReason) {}
}
