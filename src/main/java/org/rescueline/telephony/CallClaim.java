package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;

/** Who works a call. There is one at most, and the database decides who was first. */
public record CallClaim(UUID callId, UUID userId, String userName, String extension, Instant claimedAt) {}
