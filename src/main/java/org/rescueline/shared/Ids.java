package org.rescueline.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that sort by the time they were made (UUID version 7, RFC 9562 section 5.7): new rows land at the end of an
 * index instead of all over it.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SUB_MILLISECOND_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

    /** The last 60 bits handed out: milliseconds since 1970 and the 12 bits below them. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A new id, greater than every one this process made before, even when its clock is set back. */
    public static UUID next() {
        return at(WallClock.millis());
    }

    /** The smallest id of a millisecond: what was made before that instant has a smaller one. */
    public static UUID first(Instant instant) {
        return new UUID((instant.toEpochMilli() << 16) | VERSION_7, 1L << 63);
    }

    static UUID at(long epochMillis) {
        var wished = epochMillis << SUB_MILLISECOND_BITS;
        // More than 4,096 ids in one millisecond borrow from the next one (RFC 9562 section 6.2, method 1).
        var stamp = LAST.updateAndGet(last -> Math.max(last + 1, wished));
        var millis = stamp >>> SUB_MILLISECOND_BITS;
        var counter = stamp & ((1L << SUB_MILLISECOND_BITS) - 1);
        var high = (millis << 16) | VERSION_7 | counter;
        var low = (RANDOM.nextLong() & VARIANT_MASK) | VARIANT;
        return new UUID(high, low);
    }
}
