package org.rescueline.station;

/** How a call to a duty phone went. */
public enum DutyPhoneVerdict {
    ANSWERED_IN_TIME,
    ANSWERED_LATE,
    NO_ANSWER,
    BUSY,
    UNREACHABLE,
    /** The fault was on our side; it says nothing about the station. */
    OUR_LINE_FAILED;

    /** Whether the verdict says anything about the station. */
    public boolean counts() {
        return this != OUR_LINE_FAILED;
    }

    /** Whether a person was reached, in time or late. */
    public boolean isAnswered() {
        return this == ANSWERED_IN_TIME || this == ANSWERED_LATE;
    }
}
