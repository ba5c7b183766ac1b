package org.rescueline.vehicle.gps.fix;

/** A terminal that says it has no fix repeats its last place or invents one: no news of where the truck is. */
final class DropsUnfixed implements FixStep {
    private static final StepResult NOT_FIXED = new StepResult.Drops(DropReason.NOT_FIXED);

    @Override
    public StepResult take(Fix fix, TerminalTrack track) {
        return fix.isFixed() ? StepResult.PASSES : NOT_FIXED;
    }
}
