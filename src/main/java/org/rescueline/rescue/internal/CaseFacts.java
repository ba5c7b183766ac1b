package org.rescueline.rescue.internal;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventView;
import org.rescueline.event.Priority;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.shared.Provenance;
import org.rescueline.station.Capability;

/** What a rescue takes over from its case: where, which truck, how urgent, what it needs. */
record CaseFacts(
        UUID eventId,
        String eventNumber,
        @Nullable Priority priority,
        RescueJobView.@Nullable Vehicle vehicle,
        RescueJobView.Place place,
        Set<Capability> need) {

    static CaseFacts of(EventView event) {
        return new CaseFacts(
                event.id(), event.number(), event.priority(), vehicle(event), place(event), DerivesNeed.of(event));
    }

    static String[] names(Set<Capability> need) {
        return need.stream().sorted().map(Capability::name).toArray(String[]::new);
    }

    private static RescueJobView.@Nullable Vehicle vehicle(EventView event) {
        var truck = event.vehicle();
        return truck == null ? null : new RescueJobView.Vehicle(truck.id(), truck.plate(), truck.model());
    }

    private static RescueJobView.Place place(EventView event) {
        return event.findPlace()
                .map(place ->
                        new RescueJobView.Place(place.latitude(), place.longitude(), place.text(), place.provenance()))
                .orElseGet(() -> new RescueJobView.Place(null, null, null, Provenance.TOLD));
    }
}
