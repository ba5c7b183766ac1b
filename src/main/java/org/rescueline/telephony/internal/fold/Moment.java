package org.rescueline.telephony.internal.fold;

/** What happened to a leg. */
public enum Moment {
    /** The channel was made. */
    STARTED,
    /** The caller began to wait in the queue. */
    QUEUED,
    /** The phone at its end began to ring. */
    RINGING,
    /** Somebody or something picked up; for a caller's leg it may be the queue itself. */
    ANSWERED,
    /** It was joined with another leg: the two can hear each other. */
    BRIDGED,
    /** The caller asked to be called back when it is his turn, and is about to hang up. */
    CALLBACK_REQUESTED,
    /** The channel is gone. */
    ENDED,
    /** Nothing happened; the leg is known to exist, and under which Linkedid. */
    SEEN
}
