package org.rescueline.vehicle.gps.fix;

import java.time.Duration;
import java.time.Instant;

/**
 * A report of the future or of long ago says nothing about now.
 *
 * <p>One wrong clock can be put right without guessing: the satellites count weeks in ten bits, and an old receiver whose
 * count rolled over is exactly 1,024 weeks behind, or a multiple. If adding that brings the time to within a day of now,
 * it is that fault and no other, and a truck with an old receiver stays on the map.
 */
final class ChecksClock implements FixStep {
    private static final StepResult NO_TIME = new StepResult.Drops(DropReason.NO_TIME);
    private static final StepResult CLOCK_AHEAD = new StepResult.Drops(DropReason.CLOCK_AHEAD);
    private static final StepResult CLOCK_BEHIND = new StepResult.Drops(DropReason.CLOCK_BEHIND);

    private static final Duration WEEK_ROLLOVER = Duration.ofDays(1024 * 7);
    private static final Duration ROLLOVER_TOLERANCE = Duration.ofDays(1);

    private final Duration clockAhead;
    private final Duration clockBehind;

    ChecksClock(FixLimits limits) {
        this.clockAhead = limits.clockAhead();
        this.clockBehind = limits.clockBehind();
    }

    @Override
    public StepResult take(Fix fix, TerminalTrack track) {
        Instant fixedAt = fix.fixedAt();
        if (fixedAt == null) {
            return NO_TIME;
        }
        Instant now = fix.receivedAt();
        if (fixedAt.isAfter(now.plus(clockAhead))) {
            return CLOCK_AHEAD;
        }
        if (!fixedAt.isBefore(now.minus(clockBehind))) {
            return StepResult.PASSES;
        }
        return rolledOver(fix, fixedAt, now);
    }

    private StepResult rolledOver(Fix fix, Instant fixedAt, Instant now) {
        long missing = Duration.between(fixedAt, now).plus(ROLLOVER_TOLERANCE).dividedBy(WEEK_ROLLOVER);
        Instant corrected = fixedAt.plus(WEEK_ROLLOVER.multipliedBy(missing));
        boolean isRecent = corrected.isAfter(now.minus(ROLLOVER_TOLERANCE)) && !corrected.isAfter(now.plus(clockAhead));
        return missing > 0 && isRecent
                ? new StepResult.Corrects(fix.withFixedAt(corrected), Correction.WEEK_ROLLOVER)
                : CLOCK_BEHIND;
    }
}
