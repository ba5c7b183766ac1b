package org.rescueline.vehicle.gps.fix;

/**
 * Zero degrees marked valid: a terminal that has just woken up. Dropped near the point where equator and prime meridian
 * cross, and wherever one of the two is exactly zero – a line ten centimetres wide that no truck is caught on.
 */
final class DropsZero implements FixStep {
    private static final StepResult ZERO = new StepResult.Drops(DropReason.ZERO);

    /** About one kilometre, all of it in the Gulf of Guinea. */
    private static final double NEAR_DEGREES = 0.01;

    @Override
    public StepResult take(Fix fix, TerminalTrack track) {
        double latitude = Math.abs(fix.latitude());
        double longitude = Math.abs(fix.longitude());
        boolean isZero = latitude == 0 || longitude == 0 || (latitude < NEAR_DEGREES && longitude < NEAR_DEGREES);
        return isZero ? ZERO : StepResult.PASSES;
    }
}
