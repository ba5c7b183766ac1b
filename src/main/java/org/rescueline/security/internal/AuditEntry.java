package org.rescueline.security.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit.
 *
 * @param userId who did it, when known
 * @param username who did it, or who somebody claimed to be
 * @param subject what it was done to: another user, a key, a telephone number
 */
public record AuditEntry(
        UUID id,
        Instant at,
        AuditKind kind,
        @Nullable UUID userId,
        @Nullable String username,
        @Nullable String address,
        @Nullable String subject) {}
