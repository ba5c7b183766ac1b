package org.rescueline.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something on a work list: a terminal, mostly with its vehicle, or a station.
 *
 * @param name plate, VIN or station name; null for a terminal without vehicle
 * @param hint what may help: the plate a terminal told of itself, a station's office
 * @param since since when it has been so; null where nobody noted it
 */
public record DataQualityRow(
        @Nullable UUID vehicleId,
        @Nullable UUID stationId,
        @Nullable String terminalPhone,
        @Nullable String name,
        @Nullable String hint,
        @Nullable Instant since,
        @Nullable Instant heardAt) {}
