package org.rescueline.spotcheck;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.station.StationSummary;

/**
 * A spot check as it may be shown.
 *
 * @param dialledAt when the switch took the order
 * @param ringSeconds how long the duty phone rang
 * @param answerWithinSeconds the three-ring mark that was in force for this check
 * @param counts whether it goes into the station's record; absent until it is judged
 * @param hangupCause Q.850 cause of the duty phone's leg
 * @param planId the plan that drew it; absent for a check asked for by hand
 */
public record SpotCheckView(
        UUID id,
        StationSummary station,
        CheckedPhone dutyPhone,
        SpotCheckState state,
        UUID requestedBy,
        String requestedByName,
        Instant requestedAt,
        @Nullable Instant dialledAt,
        @Nullable Instant endedAt,
        @Nullable Double ringSeconds,
        double answerWithinSeconds,
        @Nullable DutyPhoneVerdict verdict,
        @Nullable Boolean counts,
        @Nullable Integer hangupCause,
        @Nullable UUID callId,
        @Nullable UUID planId) {

    /** The duty phone that is checked, with the number as it was when it was dialled. */
    public record CheckedPhone(UUID id, String number) {}
}
