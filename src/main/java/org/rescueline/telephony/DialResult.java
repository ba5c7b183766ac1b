package org.rescueline.telephony;

/** How an attempt to ring somebody came out, seen from the far party. */
public enum DialResult {
    /** The far party answered. */
    ANSWERED,
    /** It rang and nobody answered. */
    NO_ANSWER,
    /** Busy. */
    BUSY,
    /** Somebody or something declined. */
    REJECTED,
    /** Switched off, out of service, or no such number. */
    UNREACHABLE,
    /** The operator who asked for the call did not pick up; the far party was never rung. */
    OPERATOR_DID_NOT_ANSWER,
    /** Our own trunk or switch failed. It says nothing about the far party. */
    LINE_FAILED
}
