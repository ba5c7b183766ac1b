package org.rescueline.telephony;

import java.util.UUID;

/** Fact: a call that a person had answered is over. */
public record CallEnded(UUID callId, CallView call) {}
