package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;

/**
 * A call that somebody ordered from the page.
 *
 * @param callerId the hotline number shown
 * @param eventId the case it was about, when the page said so
 * @param refusal what the switch said against it; null when it took the order
 * @param outcome what came of it; null until it is over
 */
public record OutboundCallView(
        UUID attemptId,
        String number,
        String callerId,
        String extension,
        @Nullable UUID orderedBy,
        @Nullable String orderedByName,
        @Nullable UUID eventId,
        Instant orderedAt,
        @Nullable String refusal,
        @Nullable DialOutcome outcome) {

    /** The call as a viewer may read it. */
    public OutboundCallView seenThrough(NumberLens lens) {
        return new OutboundCallView(
                attemptId,
                lens.show(number),
                callerId,
                extension,
                orderedBy,
                orderedByName,
                eventId,
                orderedAt,
                refusal,
                outcome);
    }
}
