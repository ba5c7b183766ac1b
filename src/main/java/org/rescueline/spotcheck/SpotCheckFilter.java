package org.rescueline.spotcheck;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.station.DutyPhoneVerdict;

/**
 * Which spot checks to list.
 *
 * @param verdicts any of these; empty means all, judged or not
 * @param states any of these; empty means all
 */
public record SpotCheckFilter(@Nullable UUID stationId, Set<DutyPhoneVerdict> verdicts, Set<SpotCheckState> states) {

    /** Defensive copies. */
    public SpotCheckFilter {
        verdicts = Set.copyOf(verdicts);
        states = Set.copyOf(states);
    }
}
