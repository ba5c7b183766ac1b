package org.rescueline.vehicle.gps.gateway;

import java.time.Duration;
import java.time.Instant;

/** Tells a connection that sends nothing but nonsense from one that was garbled once. */
final class MalformedFlood {
    private final int limit;
    private final Duration window;
    private Instant windowStart = Instant.MIN;
    private int count;

    MalformedFlood(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    /** Counts one malformed frame; true when it is one too many. */
    boolean isReachedBy(Instant now) {
        if (now.isAfter(windowStart.plus(window))) {
            windowStart = now;
            count = 0;
        }
        count++;
        return count >= limit;
    }
}
