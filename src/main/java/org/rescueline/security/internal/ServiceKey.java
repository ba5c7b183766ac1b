package org.rescueline.security.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Role;

/**
 * The right of a machine to come in: what is known of its key, never the key itself.
 *
 * @param expiresAt when it stops working by itself; absent means never
 * @param revokedAt when an administrator took it away
 */
public record ServiceKey(
        UUID id,
        String name,
        Role role,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {}
