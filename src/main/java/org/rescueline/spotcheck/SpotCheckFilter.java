package org.rescueline.spotcheck;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.station.DutyPhoneVerdict;

/**
 * Which spot checks to list.
 *
 * @param words part of a station's name or code, or of the number that was dialled; absent means any
 * @param verdicts any of these; empty means all, judged or not
 * @param states any of these; empty means all
 */
public record SpotCheckFilter(
        @Nullable UUID stationId, @Nullable String words, Set<DutyPhoneVerdict> verdicts, Set<SpotCheckState> states) {

    /** Defensive copies; blank words are none. */
    public SpotCheckFilter {
        words = words == null || words.isBlank() ? null : words.strip();
        verdicts = Set.copyOf(verdicts);
        states = Set.copyOf(states);
    }
}
