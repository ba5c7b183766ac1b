package org.rescueline.event.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rescueline.event.CallerRole;
import org.rescueline.event.EventSource;
import org.rescueline.event.TimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Ids;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;

/** Begins a draft with everything that is known before anybody has asked: the caller, the likely truck, its fix. */
@ApplicationScoped
class BeginsEvent {

    private final EventStore store;
    private final Timelines timelines;
    private final VehicleService vehicles;
    private final EditsEvent edits;

    BeginsEvent(EventStore store, Timelines timelines, VehicleService vehicles, EditsEvent edits) {
        this.store = store;
        this.timelines = timelines;
        this.vehicles = vehicles;
        this.edits = edits;
    }

    Uni<EventEntity> draft(EventSource source, Optional<PhoneNumber> caller, Actor actor) {
        return vehiclesOf(caller).chain(known -> draft(source, caller, known, actor));
    }

    Uni<EventEntity> draft(EventSource source, Optional<PhoneNumber> caller, List<VehicleView> known, Actor actor) {
        var event = blank(source, actor);
        caller.ifPresent(number -> putCaller(event, number, known));
        var positions = vehicles.findPositions(idsOf(known)).stream()
                .filter(position -> position.vehicleId() != null)
                .collect(Collectors.toMap(PositionView::vehicleId, Function.identity(), (a, b) -> a));
        PicksLikelyVehicle.pick(idsOf(known), Set.of(), positions).ifPresent(likely -> {
            known.stream().filter(vehicle -> vehicle.id().equals(likely)).forEach(event::put);
            event.fix = positions.get(likely);
        });
        return begin(event, actor);
    }

    /** A draft that starts from a truck instead of a caller. */
    Uni<EventEntity> draft(EventEntity event, Actor actor) {
        return begin(event, actor);
    }

    EventEntity blank(EventSource source, Actor actor) {
        var event = new EventEntity();
        event.id = Ids.next();
        event.source = source;
        event.createdAt = store.now();
        if (actor.kind() == ActorKind.USER) {
            event.own(actor);
        }
        return event;
    }

    Uni<List<VehicleView>> vehiclesOf(Optional<PhoneNumber> caller) {
        return caller.map(vehicles::listByContactNumber)
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<EventEntity> begin(EventEntity event, Actor actor) {
        return store.persist(event)
                .call(() -> timelines.append(
                        event.id, actor, TimelineKinds.EVENT_DRAFTED, Map.of("source", event.source.name())))
                .call(() -> edits.flagRepeats(event, Actor.SYSTEM));
    }

    private static void putCaller(EventEntity event, PhoneNumber number, List<VehicleView> known) {
        event.callerNumber = number.e164();
        contactOf(number, known).ifPresent(contact -> {
            event.callerName = contact.name();
            event.callerRole = CallerRole.valueOf(contact.role().name());
        });
    }

    /** The person behind the number, by the register. */
    static Optional<ContactView> contactOf(PhoneNumber number, List<VehicleView> known) {
        return known.stream()
                .flatMap(vehicle -> vehicle.contacts().stream())
                .filter(contact -> contact.number().equals(number.e164()))
                .findFirst();
    }

    static List<UUID> idsOf(List<VehicleView> known) {
        return known.stream().map(VehicleView::id).toList();
    }
}
