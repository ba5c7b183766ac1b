package org.rescueline.event;

/** How a case came to the centre. */
public enum EventSource {
    /** A call that an operator answered or placed. */
    CALL,
    /** Begun by hand at the desk. */
    MANUAL,
    /** The driver's SOS button, reported by the terminal (JT/T 808 alarm bit 0). */
    SOS
}
