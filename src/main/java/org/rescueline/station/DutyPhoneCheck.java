package org.rescueline.station;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of one check of a duty phone.
 *
 * @param spotCheckId the check it came from
 * @param at when the call was made
 * @param ringSeconds how long it rang; absent when it never rang
 */
public record DutyPhoneCheck(
        UUID spotCheckId,
        Instant at,
        DutyPhoneVerdict verdict,
        @Nullable Double ringSeconds) {}
