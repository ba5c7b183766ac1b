package org.rescueline.vehicle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A terminal's time in a vehicle. Such rows are added and ended, never changed.
 *
 * @param plate the vehicle's plate today; its VIN where it has none
 * @param fittedAt null for the first vehicle that was entered for the terminal: it was there all the time
 * @param fittedBy who entered it; null for rows from before that was noted
 * @param removedAt null while it is there
 */
public record FittingView(
        String terminalPhone,
        UUID vehicleId,
        @Nullable String plate,
        @Nullable Instant fittedAt,
        @Nullable String fittedBy,
        @Nullable Instant removedAt,
        @Nullable String removedBy) {}
