package org.rescueline.callback;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which callbacks to list.
 *
 * @param states any of these; empty means all
 * @param reasons any of these; empty means all
 * @param number of this customer, E.164
 */
public record CallbackFilter(
        Set<CallbackState> states,
        Set<CallbackReason> reasons,
        @Nullable String number) {

    /** Defensive copies. */
    public CallbackFilter {
        states = Set.copyOf(states);
        reasons = Set.copyOf(reasons);
    }
}
