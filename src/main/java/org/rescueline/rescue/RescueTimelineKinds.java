package org.rescueline.rescue;

/** The lines this room writes into a case's timeline. Every line carries {@code jobNumber} and {@code jobId}. */
public final class RescueTimelineKinds {

    /** A rescue was asked for. */
    public static final String RESCUE_REQUESTED = "RESCUE_REQUESTED";

    /**
     * A station was asked: {@code from}, {@code to}, {@code stationId}, {@code stationName}, {@code rank} or
     * {@code overrideReason}, {@code rankingId}, {@code distanceMeters}, {@code etaLowMinutes}, {@code etaHighMinutes}.
     */
    public static final String RESCUE_ASSIGNED = "RESCUE_ASSIGNED";

    /** The job went on: {@code from}, {@code to}, {@code stationName}, {@code reason}, {@code note}. */
    public static final String RESCUE_ADVANCED = "RESCUE_ADVANCED";

    /** Something keeps the job from going on: {@code reason}. */
    public static final String RESCUE_BLOCKED = "RESCUE_BLOCKED";

    /** Nothing keeps it any more: {@code reason}. */
    public static final String RESCUE_UNBLOCKED = "RESCUE_UNBLOCKED";

    /** A long trip was allowed: {@code note}. */
    public static final String LONG_TRIP_APPROVED = "LONG_TRIP_APPROVED";

    /** The promised moment passed: {@code promise}, {@code stage}, {@code dueAt}, {@code minutes}. */
    public static final String PROMISE_BROKEN = "PROMISE_BROKEN";

    private RescueTimelineKinds() {}
}
