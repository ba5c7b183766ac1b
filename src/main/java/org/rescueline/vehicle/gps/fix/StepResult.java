package org.rescueline.vehicle.gps.fix;

/** What a step says of a fix. */
sealed interface StepResult {
    /** Nothing to say against it as it is. */
    StepResult PASSES = new Passes();

    /** Nothing to say against it. */
    record Passes() implements StepResult {}

    /** It goes on as this one instead. */
    record Corrects(Fix fix, Correction correction) implements StepResult {}

    /** It ends here. */
    record Drops(DropReason reason) implements StepResult {}

    /** It goes into the history and nowhere else. */
    record SetsAside(DropReason reason) implements StepResult {}
}
