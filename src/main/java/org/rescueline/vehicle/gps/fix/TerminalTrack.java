package org.rescueline.vehicle.gps.fix;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one terminal to judge its next report by. Bounded: the last fix, the fingerprints of the last
 * few, and one suspect.
 *
 * <p>Two connections may speak for the same terminal for a moment, so {@link FixSteps} and whoever takes a fix hold this
 * object's lock while they judge and take.
 */
public final class TerminalTrack {
    private static final int REMEMBERED = 8;

    private final long[] taken = new long[REMEMBERED];
    private int takenCount;
    private volatile @Nullable Fix last;
    private @Nullable Fix suspect;
    private int suspectCount;
    private @Nullable Instant restoredAt;

    /** The newest position believed; null before the first. May be read without the lock. */
    public @Nullable Fix last() {
        return last;
    }

    /**
     * Makes this the newest position unless a newer one is known: how memory is filled at the start. Not remembered as
     * taken: Redis may have it from a node that was killed before the history had, and then its repetition is no duplicate.
     */
    public synchronized void restore(Fix fix, Instant now) {
        if (isNewest(fix)) {
            last = fix;
            restoredAt = now;
        }
    }

    /**
     * Whether the report is from before memory was filled: the history may have it from a node that was killed before it
     * could answer.
     */
    public synchronized boolean isFromBefore(Fix fix) {
        return restoredAt != null && !fix.bestTime().isAfter(restoredAt);
    }

    /** Makes this the newest position unless a newer one is known. */
    public synchronized void moveTo(Fix fix) {
        if (isNewest(fix)) {
            last = fix;
        }
        suspect = null;
        suspectCount = 0;
    }

    /** Notes that this report has been taken for good, so that it is a duplicate when it comes again. */
    public synchronized void remember(Fix fix) {
        taken[takenCount % REMEMBERED] = fix.fingerprint();
        takenCount++;
    }

    boolean hasTaken(Fix fix) {
        long fingerprint = fix.fingerprint();
        for (int i = 0; i < Math.min(takenCount, REMEMBERED); i++) {
            if (taken[i] == fingerprint) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Fix suspect() {
        return suspect;
    }

    int suspectCount() {
        return suspectCount;
    }

    void suspect(Fix fix, int agreeing) {
        suspect = fix;
        suspectCount = agreeing;
    }

    private boolean isNewest(Fix fix) {
        Fix known = last;
        return known == null || !fix.bestTime().isBefore(known.bestTime());
    }
}
