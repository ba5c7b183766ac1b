package org.rescueline.station;

/** What a station is authorised and equipped to do. */
public enum Capability {
    /** Axles, brakes, steering, suspension. */
    CHASSIS,
    ELECTRICAL,
    /** Member of Weichai's service network. */
    ENGINE_WEICHAI,
    /** Member of Cummins' service network. */
    ENGINE_CUMMINS,
    /** Member of Fast's gearbox service network. */
    GEARBOX_FAST,
    TOWING,
    TYRES,
    /** High-voltage work: electric and hydrogen trucks. */
    NEW_ENERGY
}
