package org.rescueline.vehicle.gps.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.fix.DropReason;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.fix.Judgement;

/**
 * What the reports of one terminal tell of the terminal itself: whether it lives, whether its clock can be believed,
 * whether its place moves when it drives. A few comparisons a report; written down only when one of them changes.
 *
 * <p>Thread rule: called while the lock of the terminal's track is held.
 */
final class TerminalHealth {
    private static final Duration HEARD_STEP = Duration.ofHours(1);

    /** Slower is standing, for any receiver that wavers. */
    private static final int DRIVING_TENTHS_KPH = 50;

    private @Nullable Instant heardAt;
    private @Nullable Instant clockWrongSince;
    private @Nullable Instant stuckSince;
    private @Nullable Instant frozenSince;
    private double latitude = Double.NaN;
    private double longitude = Double.NaN;

    /** What is written down of a terminal. */
    record Note(
            Instant heardAt,
            @Nullable Instant clockWrongSince,
            @Nullable Instant fixFrozenSince) {}

    /**
     * Learns from a report.
     *
     * @return what to write down now; null when nothing changed
     */
    @Nullable
    Note take(Fix reported, Judgement judgement, Duration frozenAfter) {
        Instant now = reported.receivedAt();
        boolean isChanged = isHeardAnew(now);
        isChanged |= learnsOfClock(reported, judgement, now);
        isChanged |= judgement.kind() == Judgement.Kind.TAKEN && learnsOfPlace(judgement.fix(), now, frozenAfter);
        if (!isChanged) {
            return null;
        }
        heardAt = now;
        return new Note(now, clockWrongSince, frozenSince);
    }

    /** The first report after a start counts as news, which writes down what is true now. */
    private boolean isHeardAnew(Instant now) {
        return heardAt == null || Duration.between(heardAt, now).compareTo(HEARD_STEP) >= 0;
    }

    private boolean learnsOfClock(Fix reported, Judgement judgement, Instant now) {
        if (isClockWrong(reported, judgement)) {
            boolean isNew = clockWrongSince == null;
            clockWrongSince = isNew ? now : clockWrongSince;
            return isNew;
        }
        boolean isCured = judgement.kind() == Judgement.Kind.TAKEN && clockWrongSince != null;
        clockWrongSince = isCured ? null : clockWrongSince;
        return isCured;
    }

    /** A week counter that rolled over is put right on the way, and is a wrong clock all the same. */
    private static boolean isClockWrong(Fix reported, Judgement judgement) {
        DropReason reason = judgement.reason();
        return reason == DropReason.NO_TIME
                || reason == DropReason.CLOCK_AHEAD
                || reason == DropReason.CLOCK_BEHIND
                || !reported.bestTime().equals(judgement.fix().bestTime());
    }

    private boolean learnsOfPlace(Fix fix, Instant now, Duration frozenAfter) {
        boolean isSame = fix.latitude() == latitude && fix.longitude() == longitude;
        latitude = fix.latitude();
        longitude = fix.longitude();
        if (!isSame) {
            boolean isCured = frozenSince != null;
            stuckSince = null;
            frozenSince = null;
            return isCured;
        }
        if (fix.speedTenthsKph() < DRIVING_TENTHS_KPH) {
            stuckSince = null;
            return false;
        }
        stuckSince = stuckSince == null ? now : stuckSince;
        if (frozenSince == null && Duration.between(stuckSince, now).compareTo(frozenAfter) >= 0) {
            frozenSince = stuckSince;
            return true;
        }
        return false;
    }
}
