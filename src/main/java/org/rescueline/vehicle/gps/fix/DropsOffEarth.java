package org.rescueline.vehicle.gps.fix;

import org.rescueline.geo.WgsPoint;

/** Degrees that no place on earth has. */
final class DropsOffEarth implements FixStep {
    private static final StepResult OFF_EARTH = new StepResult.Drops(DropReason.OFF_EARTH);

    @Override
    public StepResult take(Fix fix, TerminalTrack track) {
        return WgsPoint.isLatitude(fix.latitude()) && WgsPoint.isLongitude(fix.longitude())
                ? StepResult.PASSES
                : OFF_EARTH;
    }
}
