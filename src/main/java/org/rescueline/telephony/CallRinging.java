package org.rescueline.telephony;

import java.util.UUID;

/** Fact: an operator's phone began to ring for an inbound call. One fact for each phone that rings. */
public record CallRinging(UUID callId, String operatorExtension, CallView call) {}
