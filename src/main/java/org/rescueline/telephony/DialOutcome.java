package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt to ring somebody. Ringing and answered speak of the far party, never of the operator.
 *
 * @param ringSeconds from ringing to answered, or to the end when nobody answered; null when it never rang
 * @param talkSeconds from answered to the end; 0 when nobody answered
 * @param hangupCause the Q.850 cause of the far party's leg, or of the operator's when the far party was never rung;
 *     -1 when the switch gave none
 * @param callId the call in the ledger; null when the switch never made a channel
 */
public record DialOutcome(
        DialResult result,
        @Nullable Double ringSeconds,
        double talkSeconds,
        int hangupCause,
        Instant startedAt,
        @Nullable Instant ringingAt,
        @Nullable Instant answeredAt,
        Instant endedAt,
        @Nullable UUID callId) {

    /** The mark for an attempt whose hangup cause the switch did not tell. */
    public static final int CAUSE_UNKNOWN = -1;
}
