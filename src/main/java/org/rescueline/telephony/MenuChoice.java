package org.rescueline.telephony;

/** What a caller said the call is about, by the key pressed in the menu. Whoever was not asked has made none. */
public enum MenuChoice {
    /** 1: emergency rescue. */
    RESCUE,
    /** 2: service and consultation. */
    SERVICE,
    /** 3: complaints and suggestions. */
    COMPLAINT,
    /** Asked, and nothing was pressed that means anything: may be in distress. */
    NONE
}
