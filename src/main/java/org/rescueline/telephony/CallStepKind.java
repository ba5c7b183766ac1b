package org.rescueline.telephony;

/** What was done with a call beyond what its legs tell. */
public enum CallStepKind {
    /** An operator took it upon himself. */
    CLAIMED,
    /** Somebody else's phone answered it, or it was handed over: now that one works it. */
    CLAIM_MOVED,
    /** The other side waits. */
    HELD,
    RESUMED,
    /** The operator cannot be heard. */
    MUTED,
    UNMUTED,
    /** The operator asks somebody while the caller waits; {@code target} says whom. */
    ASKED,
    /** The asking is over and the operator is back with the caller. */
    ASK_ENDED,
    /** Handed to the one who was asked. */
    HANDED_OVER,
    /** Handed on unasked. */
    TRANSFERRED,
    /** All three at one table. */
    CONFERENCED,
    /** A supervisor took it; {@code reason} says why. */
    TAKEN_OVER
}
