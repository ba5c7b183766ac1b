package org.rescueline.rescue.internal;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.Priority;
import org.rescueline.geo.WgsPoint;
import org.rescueline.rescue.BlockedReason;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Provenance;
import org.rescueline.station.Capability;

/** A row of {@code rescue_job}: where the job stands now. How it came there is in its stages, trips and rankings. */
@Entity
@Table(name = "rescue_job")
class JobEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String number;

    @Column(name = "event_id", nullable = false)
    private UUID eventId;

    @Column(name = "event_number", nullable = false)
    private String eventNumber;

    @Enumerated(EnumType.STRING)
    private @Nullable Priority priority;

    @Column(name = "vehicle_id")
    private @Nullable UUID vehicleId;

    @Column(name = "vehicle_plate")
    private @Nullable String vehiclePlate;

    @Column(name = "vehicle_model")
    private @Nullable String vehicleModel;

    private @Nullable Double latitude;

    private @Nullable Double longitude;

    @Column(name = "place_text")
    private @Nullable String placeText;

    @Enumerated(EnumType.STRING)
    @Column(name = "place_provenance", nullable = false)
    private Provenance placeProvenance;

    @Column(nullable = false)
    private String[] need;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RescueStage stage;

    @Column(name = "stage_since", nullable = false)
    private Instant stageSince;

    @Column(name = "station_id")
    private @Nullable UUID stationId;

    @Column(name = "station_area")
    private @Nullable String stationArea;

    @Column(name = "road_meters")
    private @Nullable Double roadMeters;

    @Column(name = "ranking_id")
    private @Nullable UUID rankingId;

    @Embedded
    private @Nullable RunningPromise promise;

    @Enumerated(EnumType.STRING)
    @Column(name = "blocked_by")
    private @Nullable BlockedReason blockedBy;

    @Column(name = "blocked_since")
    private @Nullable Instant blockedSince;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "assigned_by_kind"))
    @AttributeOverride(name = "id", column = @Column(name = "assigned_by_id"))
    @AttributeOverride(name = "name", column = @Column(name = "assigned_by_name"))
    private @Nullable StoredActor assignedBy;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "approved_by_kind"))
    @AttributeOverride(name = "id", column = @Column(name = "approved_by_id"))
    @AttributeOverride(name = "name", column = @Column(name = "approved_by_name"))
    private @Nullable StoredActor approvedBy;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "created_by_kind"))
    @AttributeOverride(name = "id", column = @Column(name = "created_by_id"))
    @AttributeOverride(name = "name", column = @Column(name = "created_by_name"))
    private StoredActor createdBy;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    JobEntity() {}

    JobEntity(UUID id, String number, CaseFacts facts, Actor actor, Instant now) {
        this.id = id;
        this.number = number;
        this.eventId = facts.eventId();
        this.eventNumber = facts.eventNumber();
        this.priority = facts.priority();
        var vehicle = facts.vehicle();
        if (vehicle != null) {
            this.vehicleId = vehicle.id();
            this.vehiclePlate = vehicle.plate();
            this.vehicleModel = vehicle.model();
        }
        this.latitude = facts.place().latitude();
        this.longitude = facts.place().longitude();
        this.placeText = facts.place().text();
        this.placeProvenance = facts.place().provenance();
        this.need = CaseFacts.names(facts.need());
        this.createdBy = new StoredActor(actor);
        this.createdAt = now;
        this.stage = RescueStage.PENDING;
        this.stageSince = now;
    }

    /** Takes the job to another stage; what blocked it is over. */
    void enter(RescueStage next, Instant now) {
        stage = next;
        stageSince = now;
        blockedBy = null;
        blockedSince = null;
    }

    /** Asks another station. */
    void choose(UUID station, String area, @Nullable Double road, UUID ranking, Actor actor) {
        stationId = station;
        stationArea = area;
        roadMeters = road;
        rankingId = ranking;
        assignedBy = new StoredActor(actor);
    }

    void promise(Optional<RunningPromise> next) {
        promise = next.orElse(null);
    }

    void block(@Nullable BlockedReason reason, Instant now) {
        blockedBy = reason;
        blockedSince = reason == null ? null : now;
    }

    void approveLongTrip(Actor actor) {
        approvedBy = new StoredActor(actor);
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    UUID eventId() {
        return eventId;
    }

    String eventNumber() {
        return eventNumber;
    }

    @Nullable
    Priority priority() {
        return priority;
    }

    RescueStage stage() {
        return stage;
    }

    Instant stageSince() {
        return stageSince;
    }

    @Nullable
    UUID stationId() {
        return stationId;
    }

    @Nullable
    String stationArea() {
        return stationArea;
    }

    @Nullable
    Double roadMeters() {
        return roadMeters;
    }

    @Nullable
    UUID rankingId() {
        return rankingId;
    }

    @Nullable
    BlockedReason blockedBy() {
        return blockedBy;
    }

    @Nullable
    Instant blockedSince() {
        return blockedSince;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }

    Set<Capability> need() {
        return Arrays.stream(need).map(Capability::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    Optional<WgsPoint> point() {
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new WgsPoint(latitude, longitude));
    }

    RescueJobView.Place place() {
        return new RescueJobView.Place(latitude, longitude, placeText, placeProvenance);
    }

    RescueJobView.@Nullable Vehicle vehicle() {
        return vehicleId == null ? null : new RescueJobView.Vehicle(vehicleId, vehiclePlate, vehicleModel);
    }

    RescueJobView.@Nullable Promise promiseView() {
        return promise == null ? null : promise.view();
    }

    @Nullable
    Actor assignedBy() {
        return assignedBy == null ? null : assignedBy.actor();
    }

    @Nullable
    Actor approvedBy() {
        return approvedBy == null ? null : approvedBy.actor();
    }

    Actor createdBy() {
        return createdBy.actor();
    }
}
