package org.rescueline.station;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A station in a line of a list.
 *
 * @param dutyPhone the number to dial first, E.164; absent when the station has none
 */
public record StationSummary(
        UUID id,
        String code,
        String name,
        String office,
        double latitude,
        double longitude,
        @Nullable String dutyPhone) {}
