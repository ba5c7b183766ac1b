package org.rescueline.event;

/** Where a case stands in its own life; the progress of a rescue belongs to the rescue job. */
public enum EventState {
    /** Made by the system or begun by an operator; what the customer wants is not settled yet. */
    DRAFT,
    /** Taken on: somebody owes the customer something. */
    OPEN,
    /** Finished with a reason; never changes again. */
    CLOSED;

    /** Whether the case still waits for somebody. */
    public boolean isUnfinished() {
        return this != CLOSED;
    }
}
