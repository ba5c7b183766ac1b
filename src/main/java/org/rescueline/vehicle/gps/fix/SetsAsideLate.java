package org.rescueline.vehicle.gps.fix;

/** What a terminal kept while it had no network belongs into the history, but must not move the truck back. */
final class SetsAsideLate implements FixStep {
    private static final StepResult LATE = new StepResult.SetsAside(DropReason.LATE);

    @Override
    public StepResult take(Fix fix, TerminalTrack track) {
        Fix last = track.last();
        return last != null && fix.bestTime().isBefore(last.bestTime()) ? LATE : StepResult.PASSES;
    }
}
