package org.rescueline.shared;

/** Who must act on a failure. The kind decides the HTTP status, the log level and whether an alarm rings. */
public enum FailureKind {
    /** The caller sent something that cannot be right. */
    INVALID(400),
    /** The caller has not said who it is. */
    UNAUTHENTICATED(401),
    /** The caller may not do this. */
    DENIED(403),
    /** What the caller names does not exist, or not for this caller. */
    NOT_FOUND(404),
    /** What the caller wants does not fit the present state. */
    CONFLICT(409),
    /** The caller edited an older version. */
    STALE(412),
    /** Another system did not do its part. */
    UPSTREAM(502),
    /** We are at fault. */
    BUG(500);

    private final int status;

    FailureKind(int status) {
        this.status = status;
    }

    /** The HTTP status a failure of this kind has unless it names another. */
    public int status() {
        return status;
    }

    /** Whether the caller can mend it; such a failure is no news for our own log. */
    public boolean isForTheCaller() {
        return status < FailureKind.BUG.status;
    }
}
