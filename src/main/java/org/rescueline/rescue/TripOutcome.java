package org.rescueline.rescue;

/** How a station's leg of a job ended. */
public enum TripOutcome {
    DECLINED,
    UNANSWERED,
    /** Another station was asked instead. */
    REASSIGNED,
    /** The van went home and must come again; the next leg is the second trip. */
    SECOND_TRIP,
    COMPLETED,
    CANCELLED
}
