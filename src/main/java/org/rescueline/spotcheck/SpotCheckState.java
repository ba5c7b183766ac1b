package org.rescueline.spotcheck;

/** Where a spot check stands. */
public enum SpotCheckState {
    /** Written down; not yet with the switch, as far as is known. Only its requester may know of it. */
    CLAIMED,
    /** The switch has taken the order. */
    DIALLING,
    /** Judged. */
    DONE
}
