package org.rescueline.vehicle;

/** Something about terminals that is wrong until somebody sees to it: each is a work list. */
public enum TerminalGap {
    /** It reports, and nobody has said which vehicle it is in. */
    TERMINAL_WITHOUT_VEHICLE,
    /** No terminal of the vehicle has been heard of for {@code rescueline.vehicle.silent-after}. */
    VEHICLE_SILENT,
    /** Its reports carry no time, or one of the future or of long ago. */
    CLOCK_WRONG,
    /** It drives by its own word, and its place does not change. */
    FIX_FROZEN
}
