package org.rescueline.telephony;

/** Why we ring somebody. */
public enum DialPurpose {
    /** An operator rings a customer back: the operator's phone rings first. */
    CALLBACK,
    /** The system rings a station's duty phone, without an operator. */
    SPOT_CHECK,
    /** An operator rings a number from the page: the operator's phone rings first. */
    DIRECT;

    /** Whether an operator's phone rings before the far party's. */
    public boolean ringsOperatorFirst() {
        return this != SPOT_CHECK;
    }
}
