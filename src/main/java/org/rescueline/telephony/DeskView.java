package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk somebody works at.
 *
 * @param pageId the page of the console that holds it; another page of the same person must take it back first
 * @param reason why no calls are taken; only for {@link DeskState#PAUSED}
 * @param wrapUpUntil when the wrap-up ends by itself; only for {@link DeskState#WRAP_UP}
 * @param staleAt since when nothing is heard of the page; null while it is heard. No caller rings at a stale desk
 */
public record DeskView(
        String extension,
        UUID userId,
        String userName,
        UUID pageId,
        DeskPhone phone,
        DeskState state,
        @Nullable PauseReason reason,
        Instant stateSince,
        @Nullable Instant wrapUpUntil,
        Instant claimedAt,
        Instant heartbeatAt,
        @Nullable Instant staleAt) {

    /** Whether callers may ring here. */
    public boolean takesCalls() {
        return state == DeskState.READY && staleAt == null;
    }

    /** The switch's endpoint of the phone in use. */
    public String endpoint() {
        return phone.endpointOf(extension);
    }
}
