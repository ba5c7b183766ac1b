package org.rescueline.vehicle.gps.fix;

/** A terminal that missed our answer sends the same report again; some send everything twice as a habit. */
final class DropsDuplicate implements FixStep {
    private static final StepResult DUPLICATE = new StepResult.Drops(DropReason.DUPLICATE);

    @Override
    public StepResult take(Fix fix, TerminalTrack track) {
        return track.hasTaken(fix) ? DUPLICATE : StepResult.PASSES;
    }
}
