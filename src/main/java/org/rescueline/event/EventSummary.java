package org.rescueline.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case in one line.
 *
 * @param openedAt when it was opened; for a draft when it was begun
 */
public record EventSummary(
        UUID id,
        String number,
        @Nullable EventKind kind,
        EventState state,
        Instant openedAt,
        @Nullable Priority priority,
        @Nullable UUID vehicleId) {}
