package org.rescueline.vehicle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A terminal on a work list.
 *
 * @param vehicleId null for one without vehicle
 * @param plateTold the plate that the terminal was registered with, as it says itself: a hint where it belongs
 * @param since since when it has been so
 * @param heardAt when it was last heard of, to the hour; null when it never was
 */
public record TerminalGapRow(
        String terminalPhone,
        TerminalProtocol protocol,
        @Nullable UUID vehicleId,
        @Nullable String plate,
        @Nullable String vin,
        @Nullable String plateTold,
        Instant since,
        @Nullable Instant heardAt) {}
