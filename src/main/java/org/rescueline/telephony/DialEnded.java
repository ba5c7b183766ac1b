package org.rescueline.telephony;

import java.util.UUID;

/** Fact, through the outbox: an attempt to ring somebody is over. Its handlers may see it twice. */
public record DialEnded(UUID attemptId, DialPurpose purpose, DialOutcome outcome) {}
