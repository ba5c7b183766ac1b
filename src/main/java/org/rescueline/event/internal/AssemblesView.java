package org.rescueline.event.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventConfig;
import org.rescueline.event.EventSummary;
import org.rescueline.event.EventView;
import org.rescueline.event.EventView.Caller;
import org.rescueline.event.EventView.EventCall;
import org.rescueline.event.EventView.EventVehicle;
import org.rescueline.event.EventView.RepeatEvent;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.VehicleService;

/** Makes views of rows: with their calls and the same truck's other cases, two queries for a whole page. */
@ApplicationScoped
class AssemblesView {

    private final EventStore store;
    private final EventConfig config;
    private final ComparesPlaces places;
    private final VehicleService vehicles;

    AssemblesView(EventStore store, EventConfig config, ComparesPlaces places, VehicleService vehicles) {
        this.store = store;
        this.config = config;
        this.places = places;
        this.vehicles = vehicles;
    }

    Uni<EventView> of(EventEntity event) {
        return of(List.of(event)).map(views -> views.get(0));
    }

    Uni<List<EventView>> of(List<EventEntity> events) {
        return store.listCalls(events.stream().map(event -> event.id).toList())
                .chain(calls -> neighbours(events).map(neighbours -> assemble(events, calls, neighbours)));
    }

    static EventSummary summaryOf(EventEntity event) {
        return new EventSummary(
                event.id, event.number, event.kind, event.state, begunAt(event), event.priority, event.vehicleId);
    }

    /** Other cases of the same trucks around the same time; those of the page itself among them. */
    private Uni<List<EventEntity>> neighbours(List<EventEntity> events) {
        var vehicles = events.stream()
                .map(event -> event.vehicleId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var times = events.stream().map(event -> event.createdAt).sorted().toList();
        return times.isEmpty()
                ? Uni.createFrom().item(List.of())
                : store.listOfVehicles(
                        vehicles,
                        times.get(0).minus(config.repeatWithin()),
                        times.get(times.size() - 1).plus(config.repeatWithin()));
    }

    private List<EventView> assemble(
            List<EventEntity> events, List<EventCallEntity> calls, List<EventEntity> neighbours) {
        Map<UUID, List<EventCall>> callsByEvent = calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.eventId, Collectors.mapping(EventCallEntity::toView, Collectors.toList())));
        return events.stream()
                .map(event -> view(event, callsByEvent.getOrDefault(event.id, List.of()), repeatsOf(event, neighbours)))
                .toList();
    }

    List<RepeatEvent> repeatsOf(EventEntity event, List<EventEntity> neighbours) {
        return neighbours.stream()
                .filter(other -> !other.id.equals(event.id)
                        && other.vehicleId != null
                        && other.vehicleId.equals(event.vehicleId)
                        && isWithin(config.repeatWithin(), event.createdAt, other.createdAt))
                .sorted(Comparator.comparing((EventEntity other) -> other.createdAt)
                        .reversed())
                .map(other -> new RepeatEvent(other.id, other.number, other.kind, other.state, begunAt(other)))
                .toList();
    }

    private static boolean isWithin(Duration limit, Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(limit) <= 0;
    }

    private static Instant begunAt(EventEntity event) {
        return event.openedAt == null ? event.createdAt : event.openedAt;
    }

    private EventView view(EventEntity event, List<EventCall> calls, List<RepeatEvent> repeats) {
        var told = event.toldPlace();
        var fix = fixOf(event);
        var toldPost = places.find(told, fix).orElse(null);
        return new EventView(
                event.id,
                event.number,
                event.state,
                event.source,
                event.kind,
                event.priority,
                event.priorityRule(),
                new Caller(event.callerNumber, event.callerName, event.callerRole),
                vehicleOf(event),
                told,
                fix,
                fix == null ? null : places.measured(fix).orElse(null),
                toldPost,
                places.compare(told, fix),
                event.placeChoice,
                EventView.placeOf(event.placeChoice, fix, told, toldPost),
                event.answers,
                event.story,
                event.createdAt,
                event.openedAt,
                event.openedBy,
                event.ownerId,
                event.ownerName,
                event.closedAt,
                event.closeReason,
                calls,
                event.rescueJobId,
                repeats,
                event.mergedInto,
                event.version);
    }

    /** A truck that is first heard of later gives its unfinished case a place at once; the next edit writes it down. */
    private @Nullable PositionView fixOf(EventEntity event) {
        if (event.fix != null || event.vehicleId == null || !event.state.isUnfinished()) {
            return event.fix;
        }
        return vehicles.findPositions(List.of(event.vehicleId)).stream()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable EventVehicle vehicleOf(EventEntity event) {
        return event.vehicleId == null
                ? null
                : new EventVehicle(
                        event.vehicleId,
                        event.vehiclePlate,
                        event.vehicleVin,
                        event.vehicleModel,
                        event.vehicleEngineMake);
    }
}
