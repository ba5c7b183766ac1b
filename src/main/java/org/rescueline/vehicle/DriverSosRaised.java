package org.rescueline.vehicle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A driver pressed the emergency button. Once for each press, through the outbox, since losing one would lose a person.
 *
 * @param vehicleId null for a terminal that nobody has fitted to a vehicle yet: it is an emergency all the same
 * @param position where the button was pressed, or the last position known when the terminal had no fix
 * @param at when, by the terminal's clock where that can be believed
 */
public record DriverSosRaised(
        @Nullable UUID vehicleId,
        String terminalPhone,
        @Nullable PositionView position,
        Instant at) {}
