package org.rescueline.rescue;

/** What keeps a job from going on although everybody does their part. */
public enum BlockedReason {
    ROAD_CLOSED,
    CHECKPOINT,
    WEATHER,
    CUSTOMER_NOT_REACHABLE,
    OTHER
}
