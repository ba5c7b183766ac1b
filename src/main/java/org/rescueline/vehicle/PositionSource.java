package org.rescueline.vehicle;

/** By which way a position came in. */
public enum PositionSource {
    /** JT/T 808 over TCP. */
    TERMINAL,
    /** One of the HTTP feeds. */
    HTTP
}
