package org.rescueline.telephony;

/** Fact: the switch was attached, lost or found again. */
public record TelephonyViewChanged(TelephonyState state) {}
