package org.rescueline.telephony;

import java.util.UUID;

/** Fact: a call arrived at the switch. */
public record CallOffered(UUID callId, CallView call) {}
