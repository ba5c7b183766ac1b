package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;

/**
 * Fact: a waiting caller asked to be called back when it is his turn. Told once for each call, however often the switch
 * says it; through the outbox, because a lost one is a customer who waits for nothing. Its handlers may see it twice.
 *
 * @param placeSince since when the caller has stood in line
 * @param requestedAt when the key was pressed
 */
public record CallbackRequested(UUID callId, Instant placeSince, Instant requestedAt, CallView call) {}
