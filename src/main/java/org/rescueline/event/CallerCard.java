package org.rescueline.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;
import org.rescueline.station.Ranking;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.VehicleView;

/**
 * Who is calling, ready before "hello".
 *
 * @param callerNumber E.164; absent when it was withheld
 * @param known whether the number belongs to a registered truck's contact
 * @param role what the person is to the truck, from the vehicle register
 * @param callCount calls from this number so far, this one included
 * @param vehicles trucks of this number, the likely one first
 * @param openEvents cases of this number or of its trucks that wait for somebody
 * @param history finished cases, newest first
 * @param eventId the case to which the call belongs, once it is answered
 * @param nearest the three nearest stations for the likely truck's last position
 * @param missing parts that could not be had in time; the card comes without them rather than late
 */
public record CallerCard(
        UUID callId,
        @Nullable String callerNumber,
        boolean known,
        @Nullable String name,
        @Nullable ContactRole role,
        @Nullable String company,
        long callCount,
        @Nullable Instant firstCallAt,
        List<CallerVehicle> vehicles,
        List<EventSummary> openEvents,
        List<EventSummary> history,
        @Nullable UUID eventId,
        @Nullable Ranking nearest,
        Set<Part> missing) {

    /** Defensive copies. */
    public CallerCard {
        vehicles = List.copyOf(vehicles);
        openEvents = List.copyOf(openEvents);
        history = List.copyOf(history);
        missing = Set.copyOf(missing);
    }

    /** The truck that this call is probably about. */
    public Optional<CallerVehicle> findLikelyVehicle() {
        return vehicles.stream().filter(CallerVehicle::likely).findFirst();
    }

    /** The same card for a call that belongs to a case now. */
    public CallerCard inEvent(UUID event) {
        return new CallerCard(
                callId,
                callerNumber,
                known,
                name,
                role,
                company,
                callCount,
                firstCallAt,
                vehicles,
                openEvents,
                history,
                event,
                nearest,
                missing);
    }

    /** The same with every customer's number as a viewer may read it. */
    public CallerCard seenThrough(NumberLens lens) {
        return new CallerCard(
                callId,
                lens.showIfAny(callerNumber),
                known,
                name,
                role,
                company,
                callCount,
                firstCallAt,
                vehicles.stream()
                        .map(each ->
                                new CallerVehicle(each.vehicle().seenThrough(lens), each.position(), each.likely()))
                        .toList(),
                openEvents,
                history,
                eventId,
                nearest,
                missing);
    }

    /** What a card is made of. */
    public enum Part {
        /** Earlier calls of the number. */
        CALLS,
        /** Trucks of the number. */
        VEHICLES,
        /** Last positions of these trucks. */
        POSITIONS,
        /** Stations near the likely truck. */
        NEAREST
    }

    /**
     * A truck of the caller.
     *
     * @param position last fix; absent when none was ever heard
     * @param likely whether this call is probably about it
     */
    public record CallerVehicle(
            VehicleView vehicle, @Nullable PositionView position, boolean likely) {}
}
