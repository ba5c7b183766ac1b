package org.rescueline.callback;

/** Why a customer is owed a call. */
public enum CallbackReason {
    /** Gave up before any person answered. */
    ABANDONED_CALL,
    /** Asked, while waiting, to be called back when it is their turn. */
    CALLER_REQUEST,
    /** An operator promised to call. */
    PROMISE,
    /** The rescue is finished; the customer is asked how it went. */
    POST_RESCUE
}
