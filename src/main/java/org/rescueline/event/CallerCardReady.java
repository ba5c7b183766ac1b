package org.rescueline.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the screen of one operator must show now.
 *
 * @param extension the extension that rings or answered
 * @param eventId the case, once the call is answered
 */
public record CallerCardReady(
        UUID callId,
        String extension,
        CallerCard card,
        Phase phase,
        @Nullable UUID eventId) {

    /** How far the call is. */
    public enum Phase {
        /** The telephone rings. */
        RINGING,
        /** A person has answered. */
        ANSWERED
    }
}
