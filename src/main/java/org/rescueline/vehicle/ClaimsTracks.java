package org.rescueline.vehicle;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Says of which vehicles the whole track is kept. Asked by this room when an old day is thinned, answered by the rooms
 * above it that keep cases.
 */
public interface ClaimsTracks {
    /** The vehicles that had an open case at any time between two instants. */
    Uni<Set<UUID>> vehiclesWithCases(Instant from, Instant to);
}
