package org.rescueline.event.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.CallerRole;
import org.rescueline.event.Condition;
import org.rescueline.event.EventKind;
import org.rescueline.event.EventSource;
import org.rescueline.event.EventState;
import org.rescueline.event.PlaceChoice;
import org.rescueline.event.Priority;
import org.rescueline.event.PriorityRule;
import org.rescueline.event.PriorityTable;
import org.rescueline.event.QuestionCode;
import org.rescueline.event.ToldPlace;
import org.rescueline.shared.Actor;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.VehicleView;

/**
 * The row of a case.
 *
 * <p>The version counts edits of the form and is checked by hand under a row lock: a call that is attached while an
 * operator types must not have the typing refused.
 */
@Entity(name = "Event")
@Table(name = "event")
class EventEntity {

    @Id
    UUID id;

    @Column(updatable = false)
    String number;

    @Enumerated(EnumType.STRING)
    EventState state = EventState.DRAFT;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    EventSource source;

    @Enumerated(EnumType.STRING)
    @Nullable
    EventKind kind;

    @Enumerated(EnumType.STRING)
    @Nullable
    Priority priority;

    @Column(name = "priority_version")
    @Nullable
    Long priorityVersion;

    @Column(name = "priority_row")
    @Nullable
    Integer priorityRow;

    @Column(name = "priority_conditions")
    @Convert(converter = Json.Conditions.class)
    @ColumnTransformer(read = "cast(priority_conditions as text)", write = Json.WRITE)
    @Nullable
    List<Condition> priorityConditions;

    @Column(name = "caller_number")
    @Nullable
    String callerNumber;

    @Column(name = "caller_name")
    @Nullable
    String callerName;

    @Column(name = "caller_role")
    @Enumerated(EnumType.STRING)
    @Nullable
    CallerRole callerRole;

    @Column(name = "vehicle_id")
    @Nullable
    UUID vehicleId;

    @Column(name = "vehicle_plate")
    @Nullable
    String vehiclePlate;

    @Column(name = "vehicle_vin")
    @Nullable
    String vehicleVin;

    @Column(name = "vehicle_model")
    @Nullable
    String vehicleModel;

    @Column(name = "vehicle_engine_make")
    @Nullable
    String vehicleEngineMake;

    @Column(name = "told_text")
    @Nullable
    String toldText;

    @Column(name = "told_highway")
    @Nullable
    String toldHighway;

    @Column(name = "told_direction")
    @Nullable
    String toldDirection;

    @Column(name = "told_post_meters")
    @Nullable
    Integer toldPostMeters;

    @Column(name = "told_latitude")
    @Nullable
    Double toldLatitude;

    @Column(name = "told_longitude")
    @Nullable
    Double toldLongitude;

    @Column(name = "told_read_back")
    boolean toldReadBack;

    @Convert(converter = Json.Fix.class)
    @ColumnTransformer(read = "cast(fix as text)", write = Json.WRITE)
    @Nullable
    PositionView fix;

    @Column(name = "place_choice")
    @Enumerated(EnumType.STRING)
    @Nullable
    PlaceChoice placeChoice;

    @Convert(converter = Json.Answers.class)
    @ColumnTransformer(read = "cast(answers as text)", write = Json.WRITE)
    Map<QuestionCode, String> answers = new EnumMap<>(QuestionCode.class);

    String story = "";

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "opened_at")
    @Nullable
    Instant openedAt;

    @Column(name = "opened_by")
    @Nullable
    String openedBy;

    @Column(name = "owner_id")
    @Nullable
    String ownerId;

    @Column(name = "owner_name")
    @Nullable
    String ownerName;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "close_reason")
    @Nullable
    String closeReason;

    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    @Column(name = "rescue_job_id")
    @Nullable
    UUID rescueJobId;

    @Column(name = "sos_terminal", updatable = false)
    @Nullable
    String sosTerminal;

    long version;

    void put(VehicleView vehicle) {
        vehicleId = vehicle.id();
        vehiclePlate = vehicle.plate();
        vehicleVin = vehicle.vin();
        vehicleModel = vehicle.model();
        vehicleEngineMake = vehicle.engineMake();
    }

    void removeVehicle() {
        vehicleId = null;
        vehiclePlate = null;
        vehicleVin = null;
        vehicleModel = null;
        vehicleEngineMake = null;
        fix = null;
    }

    void put(@Nullable ToldPlace told) {
        toldText = told == null ? null : told.text();
        toldHighway = told == null ? null : told.highway();
        toldDirection = told == null ? null : told.direction();
        toldPostMeters = told == null ? null : told.postMeters();
        toldLatitude = told == null ? null : told.latitude();
        toldLongitude = told == null ? null : told.longitude();
        toldReadBack = told != null && told.readBack();
    }

    @Nullable
    ToldPlace toldPlace() {
        return toldText == null
                ? null
                : new ToldPlace(
                        toldText,
                        toldHighway,
                        toldDirection,
                        toldPostMeters,
                        toldLatitude,
                        toldLongitude,
                        toldReadBack);
    }

    void put(PriorityTable.Decision decision) {
        priority = decision.priority();
        priorityVersion = decision.rule().version();
        priorityRow = decision.rule().row();
        priorityConditions = decision.rule().conditions();
    }

    void removePriority() {
        priority = null;
        priorityVersion = null;
        priorityRow = null;
        priorityConditions = null;
    }

    @Nullable
    PriorityRule priorityRule() {
        return priorityVersion == null || priorityRow == null || priorityConditions == null
                ? null
                : new PriorityRule(priorityVersion, priorityRow, priorityConditions);
    }

    void own(Actor actor) {
        ownerId = actor.id();
        ownerName = actor.name();
    }
}
