package org.rescueline.telephony;

/** Why we ring somebody. */
public enum DialPurpose {
    /** An operator rings a customer back: the operator's phone rings first. */
    CALLBACK,
    /** The system rings a station's duty phone, without an operator. */
    SPOT_CHECK
}
