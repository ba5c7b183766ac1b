package org.rescueline.vehicle.gps.fix;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.Geodesic;

/**
 * A place that no truck can have reached since the last one: a reflection between high buildings, a jammer, or two
 * devices under one phone.
 *
 * <p>The last place may also be the wrong one, and a truck must not stay there for ever: fixes that disagree with the
 * last one but agree with each other, {@link FixLimits#jumpConfirmations} in a row, are where the truck is.
 */
final class DropsJump implements FixStep {
    private static final StepResult JUMP = new StepResult.Drops(DropReason.JUMP);

    /** Some 550 m at least: nearer fixes need no exact distance. */
    private static final double NEAR_DEGREES = 0.005;

    private static final double METERS_PER_SECOND_PER_KPH = 1 / 3.6;

    private final double maxMetersPerSecond;
    private final double toleranceMeters;
    private final int confirmations;

    DropsJump(FixLimits limits) {
        this.maxMetersPerSecond = limits.maxSpeedKph() * METERS_PER_SECOND_PER_KPH;
        this.toleranceMeters = limits.jumpTolerance();
        this.confirmations = limits.jumpConfirmations();
    }

    @Override
    public StepResult take(Fix fix, TerminalTrack track) {
        if (isReachable(track.last(), fix)) {
            return StepResult.PASSES;
        }
        int agreeing = isReachable(track.suspect(), fix) ? track.suspectCount() + 1 : 1;
        if (track.suspect() != null && agreeing >= confirmations) {
            return StepResult.PASSES;
        }
        track.suspect(fix, agreeing);
        return JUMP;
    }

    private boolean isReachable(@Nullable Fix from, Fix to) {
        if (from == null || isNear(from, to)) {
            return true;
        }
        double seconds =
                Math.abs(Duration.between(from.bestTime(), to.bestTime()).toMillis()) / 1000.0;
        double reach = toleranceMeters + maxMetersPerSecond * seconds;
        return Geodesic.distanceMeters(from.place(), to.place()) <= reach;
    }

    private static boolean isNear(Fix from, Fix to) {
        return Math.abs(from.latitude() - to.latitude()) < NEAR_DEGREES
                && Math.abs(from.longitude() - to.longitude()) < NEAR_DEGREES;
    }
}
