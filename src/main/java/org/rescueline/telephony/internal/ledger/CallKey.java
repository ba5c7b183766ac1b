package org.rescueline.telephony.internal.ledger;

/** One call's identity: the switch and its Linkedid. */
public record CallKey(String pbx, String linkedid) {}
