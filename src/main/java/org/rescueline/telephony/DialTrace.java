package org.rescueline.telephony;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the switch and our ledger know of one attempt. A sweep asks this before it dials again.
 *
 * @param outcome how it ended; only for {@link Kind#ENDED}
 */
public record DialTrace(UUID attemptId, Kind kind, @Nullable DialOutcome outcome) {

    /** What is known. */
    public enum Kind {
        /** The switch answered and has no trace of it: nothing rang. It may be dialled. */
        NEVER_DIALLED,
        /** It is under way. Wait for {@link DialEnded}. */
        IN_PROGRESS,
        /** It is over. */
        ENDED,
        /** The switch cannot be asked now. Ask later; do not dial. */
        UNKNOWN
    }

    /** A trace of an attempt that is over. */
    public static DialTrace ended(UUID attemptId, DialOutcome outcome) {
        return new DialTrace(attemptId, Kind.ENDED, outcome);
    }

    /** A trace without an outcome. */
    public static DialTrace of(UUID attemptId, Kind kind) {
        return new DialTrace(attemptId, kind, null);
    }
}
