package org.rescueline.vehicle.gps.gateway;

import java.time.Instant;
import java.util.OptionalInt;

/** Tells a connection that speaks from one that floods, however well-formed its frames are. Counts second by second. */
final class FrameRate {
    private final int limit;
    private long second;
    private int count;

    FrameRate(OptionalInt limit) {
        this.limit = limit.orElse(Integer.MAX_VALUE);
    }

    /** Counts one frame; true when it is one too many within its second. */
    boolean isExceededBy(Instant now) {
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            count = 0;
        }
        count++;
        return count > limit;
    }
}
