package org.rescueline.telephony;

import java.util.UUID;

/**
 * Fact: an operator took an inbound call. After a transfer it is told again for the operator who has the call then;
 * {@code call.answeredAt()} stays that of the first.
 *
 * <p>Also put through the outbox, so that its handlers may see it twice.
 */
public record CallAnswered(UUID callId, String operatorExtension, CallView call) {}
