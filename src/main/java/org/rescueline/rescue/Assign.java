package org.rescueline.rescue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a station.
 *
 * @param rankingId the list on the screen when it was chosen
 * @param overrideReason needed when that list leaves the station out
 * @param reassignReason needed when another station had already said yes
 */
public record Assign(
        UUID stationId,
        UUID rankingId,
        @Nullable String overrideReason,
        @Nullable String reassignReason) {}
