package org.rescueline.telephony;

/** Something was done with a call. */
public record CallStepTaken(CallStep step) {}
