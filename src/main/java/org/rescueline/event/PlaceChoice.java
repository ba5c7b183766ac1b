package org.rescueline.event;

/** Which place the operator settled on when told place and fix were both known. */
public enum PlaceChoice {
    /** The truck's own fix. */
    FIX,
    /** What the caller said. */
    TOLD,
    /** Left open on purpose: whoever dispatches must ask. */
    UNDECIDED
}
