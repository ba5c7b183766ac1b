package org.rescueline.telephony;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;

/**
 * One call: everything the switch tied together under one Linkedid, with each instant that matters.
 *
 * @param linkedid the switch's name for the whole call; unique together with {@code pbx}
 * @param purpose why we rang; only for {@link CallDirection#OUTBOUND}
 * @param callerNumber who rang (ANI), as the switch was told it; null when withheld
 * @param dialedNumber what was rung (DNIS): for an inbound call the hotline number
 * @param ringingAt when the first phone that matters rang: an operator's for an inbound call, the far party's otherwise
 * @param answeredAt when the first person answered
 * @param ringingExtensions operators' phones ringing at this moment
 * @param operatorExtension the operator who has, or last had, the call
 * @param waitSeconds from offered to answered, or to the end for a caller who gave up; null while still waiting
 * @param talkSeconds from answered to ended; null until then
 * @param hangupCause the Q.850 cause of the caller's leg, or of the far party's leg for an outbound call
 * @param rebuilt whether any part of it was learnt afterwards from the switch's own record (CEL) instead of live
 * @param choice what the caller said in the menu the call is about; null when not asked
 * @param callbackRequested whether the caller asked to be called back and hung up. Such a call is counted apart from those
 *     who gave up, although its state is the same: nobody has spoken with the caller
 */
public record CallView(
        UUID id,
        String pbx,
        String linkedid,
        CallDirection direction,
        @Nullable DialPurpose purpose,
        CallState state,
        @Nullable String callerNumber,
        @Nullable String dialedNumber,
        Instant offeredAt,
        @Nullable Instant queuedAt,
        @Nullable Instant ringingAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Instant abandonedAt,
        List<String> ringingExtensions,
        @Nullable String operatorExtension,
        @Nullable UUID operatorId,
        @Nullable String operatorName,
        @Nullable Double waitSeconds,
        @Nullable Double talkSeconds,
        @Nullable Integer hangupCause,
        boolean rebuilt,
        @Nullable MenuChoice choice,
        boolean callbackRequested,
        List<CallLegView> legs) {

    public CallView {
        ringingExtensions = List.copyOf(ringingExtensions);
        legs = List.copyOf(legs);
    }

    /** The call as a viewer may read it: customers' numbers through the lens, duty phones and hotlines as they are. */
    public CallView seenThrough(NumberLens lens) {
        boolean ringsCustomer = direction == CallDirection.OUTBOUND && purpose != DialPurpose.SPOT_CHECK;
        return new CallView(
                id,
                pbx,
                linkedid,
                direction,
                purpose,
                state,
                direction == CallDirection.INBOUND ? lens.showIfAny(callerNumber) : callerNumber,
                ringsCustomer ? lens.showIfAny(dialedNumber) : dialedNumber,
                offeredAt,
                queuedAt,
                ringingAt,
                answeredAt,
                endedAt,
                abandonedAt,
                ringingExtensions,
                operatorExtension,
                operatorId,
                operatorName,
                waitSeconds,
                talkSeconds,
                hangupCause,
                rebuilt,
                choice,
                callbackRequested,
                legs.stream().map(leg -> leg.seenThrough(lens)).toList());
    }
}
