package org.rescueline.vehicle.gps.fix;

import org.jspecify.annotations.Nullable;

/**
 * What the steps say together.
 *
 * @param fix as it left the steps, corrected where they could
 * @param reason null when it is taken
 */
public record Judgement(Kind kind, Fix fix, @Nullable DropReason reason) {
    /** What becomes of the fix. */
    public enum Kind {
        /** The newest position: to be shown and kept. */
        TAKEN,
        /** Only to be kept. */
        SET_ASIDE,
        /** Neither. */
        DROPPED
    }
}
