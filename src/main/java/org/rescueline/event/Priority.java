package org.rescueline.event;

/** Urgency of a case, P1 the highest; decided by the priority table and never typed in. */
public enum Priority {
    /** People are in danger, or traffic is. */
    P1,
    /** The truck stands where it must not stay. */
    P2,
    /** The truck stands safely, or the matter can wait some hours. */
    P3,
    /** Nothing stands still. */
    P4
}
