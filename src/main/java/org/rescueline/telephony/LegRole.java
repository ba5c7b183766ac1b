package org.rescueline.telephony;

/** Who is at the far end of one leg of a call. */
public enum LegRole {
    /** The customer who rang the hotline. */
    CALLER,
    /** One of our operators, at an extension of the switch. */
    OPERATOR,
    /** A station's duty phone that a spot check rings. */
    STATION,
    /** The customer whom an operator rings back. */
    CUSTOMER,
    /** A leg without a person of its own, such as a Local channel of the switch. */
    OTHER
}
