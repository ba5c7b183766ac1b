package org.rescueline.shared;

/** The sorts of doer a timeline can name. */
public enum ActorKind {
    /** A signed-in person of the centre. */
    USER,
    /** The system itself. */
    SYSTEM,
    /** A service station, over its link or its telephone. */
    STATION,
    /** The customer on the line. */
    CALLER,
    /** A vehicle's terminal. */
    TERMINAL
}
