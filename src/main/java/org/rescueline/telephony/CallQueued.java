package org.rescueline.telephony;

import java.util.UUID;

/** Fact: a caller began to wait in the queue. */
public record CallQueued(UUID callId, CallView call) {}
