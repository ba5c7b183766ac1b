package org.rescueline.vehicle;

/** What a truck's terminal can be told or asked. */
public enum TerminalOrderKind {
    /** Words for the driver. */
    TEXT,
    /** Report more often for a while. */
    TRACKING,
    /** Back to how it reports as a rule. */
    TRACKING_END,
    /** Which settings has it? */
    PARAMETER_QUERY,
    /** Change settings. */
    PARAMETERS,
    /** What is it? */
    ATTRIBUTE_QUERY,
    /** Start again. */
    RESTART
}
