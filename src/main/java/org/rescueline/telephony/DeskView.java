package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk somebody works at.
 *
 * @param pageId the page of the console that holds it; another page of the same person must take it back first
 * @param reason why no calls are taken; only for {@link DeskState#PAUSED}
 * @param forced what a supervisor said who ordered the pause; null when none did. The operator cannot end such a pause
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
        @Nullable ForcedPause forced,
        Instant stateSince,
        @Nullable Instant wrapUpUntil,
        Instant claimedAt,
        Instant heartbeatAt,
        @Nullable Instant staleAt) {

    /**
     * A pause ordered by a supervisor.
     *
     * @param note why, as the supervisor said it
     */
    public record ForcedPause(String note, String byName) {}

    /** The same desk, its pause ordered by a supervisor. */
    public DeskView forcedBy(String note, String byName) {
        return new DeskView(
                extension,
                userId,
                userName,
                pageId,
                phone,
                state,
                reason,
                new ForcedPause(note, byName),
                stateSince,
                wrapUpUntil,
                claimedAt,
                heartbeatAt,
                staleAt);
    }

    /** Whether callers may ring here. */
    public boolean takesCalls() {
        return state == DeskState.READY && staleAt == null;
    }

    /** The switch's endpoint of the phone in use. */
    public String endpoint() {
        return phone.endpointOf(extension);
    }
}
