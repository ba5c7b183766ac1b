package org.rescueline.rescue;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list; absent parts do not narrow the list.
 *
 * @param stages any of these; empty means all
 * @param open only those to which something may still happen, or only the others
 */
public record RescueFilter(
        Set<RescueStage> stages,
        @Nullable Boolean open,
        @Nullable UUID stationId,
        @Nullable UUID eventId) {

    public RescueFilter {
        stages = Set.copyOf(stages);
    }

    /** Every job. */
    public static RescueFilter all() {
        return new RescueFilter(Set.of(), null, null, null);
    }
}
