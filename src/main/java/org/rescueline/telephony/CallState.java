package org.rescueline.telephony;

/** Where a call stands. The order is the order in which a call that goes well passes through them. */
public enum CallState {
    /** The switch has the call; nobody rings yet. */
    OFFERED,
    /** The caller waits in the queue. */
    QUEUED,
    /** At least one person's phone rings. */
    RINGING,
    /** The caller talks to a person. */
    ANSWERED,
    /** The call is over and a person had answered it; a call that we placed is ENDED also when nobody answered. */
    ENDED,
    /** The caller was gone before any person answered. */
    ABANDONED;

    /** Whether nothing more can happen to a call in this state. */
    public boolean isOver() {
        return this == ENDED || this == ABANDONED;
    }

    /** Whether a caller in this state still waits for a person. */
    public boolean isWaiting() {
        return this == OFFERED || this == QUEUED || this == RINGING;
    }
}
