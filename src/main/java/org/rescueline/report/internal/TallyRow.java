package org.rescueline.report.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls to one number in one half hour.
 *
 * @param halfHour its number since midnight, from 0
 */
record TallyRow(int halfHour, @Nullable String dialedNumber, CallTally tally) {

    /** The callers to one number who wait now. */
    record Waiting(@Nullable String dialedNumber, long callers, Instant since) {}

    /** What an operator's telephone does now, or when it was last put down. */
    record Telephone(
            String extension,
            @Nullable UUID callId,
            @Nullable Instant ringingAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {}
}
