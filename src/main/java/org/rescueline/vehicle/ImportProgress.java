package org.rescueline.vehicle;

/**
 * How far a file is.
 *
 * @param done rows done so far; written ones count only when all are
 * @param total rows to check, or to write
 */
public record ImportProgress(Step step, int done, int total) {
    /** What is done with the rows. */
    public enum Step {
        /** Each is compared with the register. */
        CHECKING,
        /** What is new or changed goes into the register. */
        WRITING
    }
}
