package org.rescueline.telephony;

import java.util.UUID;

/** Fact: anything about a call changed. For those who show calls; those who act wait for the facts with a name. */
public record CallChanged(UUID callId, CallView call) {}
