package org.rescueline.telephony;

import java.util.UUID;

/**
 * Fact: the caller was gone before any person answered. Only for inbound calls.
 *
 * <p>Also put through the outbox, because a lost one is a customer nobody rings back; its handlers may see it twice.
 */
public record CallAbandoned(UUID callId, CallView call) {}
