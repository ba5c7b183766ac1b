package org.rescueline.telephony;

/** Why somebody takes no calls. */
public enum PauseReason {
    BREAK,
    MEAL,
    PAPERWORK,
    TRAINING,
    MEETING,
    /** Something at the desk does not work. */
    TECHNICAL,
    /** A supervisor said so. */
    SUPERVISOR
}
