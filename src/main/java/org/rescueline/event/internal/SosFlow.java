package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.rescueline.event.EventChanged;
import org.rescueline.event.EventKind;
import org.rescueline.event.EventSource;
import org.rescueline.event.TimelineEntry;
import org.rescueline.event.TimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Provenance;
import org.rescueline.vehicle.DriverSosRaised;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;

/**
 * A driver pressed SOS.
 *
 * <ol>
 *   <li>The same report again: nothing.
 *   <li>The terminal's last SOS case is unfinished: a line in its timeline.
 *   <li>Otherwise an emergency rescue is begun, with truck and place; a finished case of the last hours is flagged.
 *   <li>After the commit the desks see it.
 * </ol>
 *
 * <p>A terminal that nobody has fitted to a truck yet is an emergency all the same.
 */
@ApplicationScoped
class SosFlow {

    private final EventStore store;
    private final BeginsEvent begins;
    private final EditsEvent edits;
    private final Timelines timelines;
    private final AssemblesView views;
    private final VehicleService vehicles;
    private final Facts facts;

    SosFlow(
            EventStore store,
            BeginsEvent begins,
            EditsEvent edits,
            Timelines timelines,
            AssemblesView views,
            VehicleService vehicles,
            Facts facts) {
        this.store = store;
        this.begins = begins;
        this.edits = edits;
        this.timelines = timelines;
        this.views = views;
        this.vehicles = vehicles;
        this.facts = facts;
    }

    Uni<Void> raised(DriverSosRaised sos) {
        return Panache.withTransaction(() -> store.queueFor("sos:" + sos.terminalPhone())
                .chain(() -> store.isSosNoted(sos.terminalPhone(), sos.at()))
                .chain(isNoted -> isNoted ? Uni.createFrom().voidItem() : take(sos)));
    }

    private Uni<Void> take(DriverSosRaised sos) {
        return store.findUnfinishedSos(sos.terminalPhone())
                .chain(unfinished -> unfinished
                        .map(event ->
                                note(event, sos, TimelineKinds.SOS_REPEATED).replaceWith(event))
                        .orElseGet(() -> begin(sos)))
                .call(event -> store.noteSos(sos.terminalPhone(), sos.at(), event.id))
                .chain(views::of)
                .call(view -> AfterCommit.run(() -> facts.publish(new EventChanged(view))))
                .replaceWithVoid();
    }

    private Uni<EventEntity> begin(DriverSosRaised sos) {
        var event = begins.blank(EventSource.SOS, actorOf(sos));
        event.kind = EventKind.EMERGENCY_RESCUE;
        event.sosTerminal = sos.terminalPhone();
        return vehicleOf(sos)
                .invoke(vehicle -> vehicle.ifPresent(event::put))
                .invoke(() -> event.fix = sos.position())
                .chain(() -> begins.draft(event, actorOf(sos)))
                .call(() -> note(event, sos, TimelineKinds.SOS_RAISED))
                .call(() -> edits.decidePriority(event, Actor.SYSTEM));
    }

    private Uni<Optional<VehicleView>> vehicleOf(DriverSosRaised sos) {
        return sos.vehicleId() == null
                ? vehicles.findByTerminalPhone(sos.terminalPhone())
                : vehicles.getVehicle(sos.vehicleId()).map(Optional::of);
    }

    private Uni<Void> note(EventEntity event, DriverSosRaised sos, String kind) {
        return timelines.append(
                event.id,
                new TimelineEntry(
                        sos.at(),
                        actorOf(sos),
                        kind,
                        Provenance.MEASURED,
                        Map.of("terminalPhone", sos.terminalPhone())));
    }

    private static Actor actorOf(DriverSosRaised sos) {
        return new Actor(ActorKind.TERMINAL, sos.terminalPhone(), sos.terminalPhone());
    }
}
