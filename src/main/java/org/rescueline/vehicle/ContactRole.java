package org.rescueline.vehicle;

/** What somebody is to a vehicle. */
public enum ContactRole {
    /** Drives it. */
    DRIVER,
    /** Owns it. */
    OWNER,
    /** Runs the fleet it belongs to. */
    FLEET
}
