package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the switch took an order. The outcome comes later, as the fact {@link DialEnded}.
 *
 * @param accepted whether the switch took it; when it did not, {@code DialEnded} with
 *     {@link DialResult#LINE_FAILED} follows all the same
 * @param refusal what the switch said against it, for the log and the page
 */
public record DialAttempt(
        UUID attemptId,
        DialPurpose purpose,
        Instant orderedAt,
        boolean accepted,
        @Nullable String refusal) {}
