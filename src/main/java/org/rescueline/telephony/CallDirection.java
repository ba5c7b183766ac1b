package org.rescueline.telephony;

/** Who placed a call. */
public enum CallDirection {
    /** A customer rang one of the hotline numbers. Only these are offered, answered or abandoned in the figures. */
    INBOUND,
    /** We rang somebody: a callback or a spot check. */
    OUTBOUND,
    /** One operator rang another, for instance to ask before handing a caller over. Never counted as a hotline call. */
    INTERNAL
}
