package org.rescueline.station;

import java.time.Instant;
import java.util.Set;
import org.rescueline.geo.WgsPoint;

/**
 * Who should go?
 *
 * @param need what the truck needs; a station must be able to do all of it
 * @param at the moment for which hours and loads count
 * @param limit how many candidates to list, 1 to {@value #MAX_LIMIT}
 */
public record RankingRequest(WgsPoint place, Set<Capability> need, Instant at, int limit) {

    /** How many candidates are listed when nobody says. */
    public static final int DEFAULT_LIMIT = 5;

    /** More than a person can weigh. */
    public static final int MAX_LIMIT = 50;

    public RankingRequest {
        need = Set.copyOf(need);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }
}
