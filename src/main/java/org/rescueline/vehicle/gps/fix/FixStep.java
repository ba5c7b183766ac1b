package org.rescueline.vehicle.gps.fix;

/** One question put to a reported position. Holds no state of its own: what is remembered is in the track. */
interface FixStep {
    /**
     * Judges one fix.
     *
     * @param track what is remembered of the terminal; the caller holds its lock
     */
    StepResult take(Fix fix, TerminalTrack track);
}
