package org.rescueline.vehicle;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking a vehicle where it is.
 *
 * @param position the answer, or otherwise the last position known; null when there is none
 * @param waitedMillis how long the asker waited
 */
public record PositionQueryOutcome(Result result, @Nullable PositionView position, long waitedMillis) {
    /** The ends that asking can come to. */
    public enum Result {
        /** The terminal told where it is. */
        ANSWERED,
        /** The vehicle carries no terminal that can be asked. */
        NO_TERMINAL,
        /** None of its terminals is connected. */
        OFFLINE,
        /** The terminal did not answer before {@code rescueline.gps.position-query-timeout}. */
        NO_ANSWER,
        /** The terminal said that it does not know this question, or answered without a fix. */
        REFUSED
    }
}
