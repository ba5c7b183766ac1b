package org.rescueline.rescue.internal;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.TripOutcome;

/** A row of {@code rescue_trip}: one station's leg of a job. */
@Entity
@Table(name = "rescue_trip")
class TripEntity {

    @EmbeddedId
    private TripId id;

    @Column(name = "station_id", nullable = false)
    private UUID stationId;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    @Column(name = "departed_at")
    private @Nullable Instant departedAt;

    @Column(name = "arrived_at")
    private @Nullable Instant arrivedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable TripOutcome outcome;

    @Column(name = "road_meters")
    private @Nullable Double roadMeters;

    @Column(name = "ranking_id")
    private @Nullable UUID rankingId;

    @Column(name = "override_reason")
    private @Nullable String overrideReason;

    @SuppressWarnings("NullAway.Init") // filled by the database
    TripEntity() {}

    TripEntity(TripId id, UUID stationId, Instant startedAt, @Nullable Double roadMeters) {
        this.id = id;
        this.stationId = stationId;
        this.startedAt = startedAt;
        this.roadMeters = roadMeters;
    }

    void chosenFrom(UUID ranking, @Nullable String reason) {
        rankingId = ranking;
        overrideReason = reason;
    }

    /** The same station sets out again: the next leg. */
    TripEntity again(Instant now) {
        return new TripEntity(id.next(), stationId, now, roadMeters);
    }

    void accept(Instant now) {
        acceptedAt = now;
    }

    void depart(Instant now) {
        departedAt = now;
    }

    void arrive(Instant now) {
        arrivedAt = now;
    }

    void end(TripOutcome how, Instant now) {
        outcome = how;
        endedAt = now;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    TripId id() {
        return id;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    RescueJobView.Trip view() {
        return new RescueJobView.Trip(
                id.number(), stationId, startedAt, departedAt, arrivedAt, endedAt, outcome, roadMeters, overrideReason);
    }
}
