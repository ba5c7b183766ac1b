package org.rescueline.shared;

/** How we know something; shown beside it, because a bare click and a fix are not worth the same. */
public enum Provenance {
    /** An instrument reported it: a terminal's fix, the switch's clock. */
    MEASURED,
    /** Somebody said so. */
    TOLD,
    /** We worked it out. */
    ESTIMATED,
    /** Told, and borne out by a measurement. */
    PROVEN
}
