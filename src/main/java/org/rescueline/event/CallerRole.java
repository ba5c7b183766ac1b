package org.rescueline.event;

/** What the person on the telephone is to the truck. */
public enum CallerRole {
    /** Drives the truck. */
    DRIVER,
    /** Owns the truck. */
    OWNER,
    /** Speaks for a fleet. */
    FLEET,
    /** Somebody else: a witness, the police, a station. */
    OTHER
}
