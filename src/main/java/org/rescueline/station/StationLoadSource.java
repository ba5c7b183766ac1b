package org.rescueline.station;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * How many rescue jobs stations have in hand. Asked by this room, answered by the room that keeps the jobs, which lies
 * above it.
 */
public interface StationLoadSource {

    /** Open jobs by station; stations without any may be left out. Joins the caller's session when there is one. */
    Uni<Map<UUID, Integer>> openJobs(Collection<UUID> stationIds);
}
