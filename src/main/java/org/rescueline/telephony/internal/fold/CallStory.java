package org.rescueline.telephony.internal.fold;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.MenuChoice;

/**
 * What a call is, as its legs tell it. The fields mean what they mean in {@link org.rescueline.telephony.CallView}.
 *
 * @param legs each leg with its part in the call, in the order in which they began
 */
public record CallStory(
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
        List<String> ringingExtensions,
        @Nullable String operatorExtension,
        @Nullable Integer hangupCause,
        boolean rebuilt,
        @Nullable MenuChoice choice,
        boolean callbackRequested,
        List<PlayedLeg> legs) {

    public CallStory {
        ringingExtensions = List.copyOf(ringingExtensions);
        legs = List.copyOf(legs);
    }

    /** When the caller gave up; null unless abandoned. */
    public @Nullable Instant abandonedAt() {
        return state == CallState.ABANDONED ? endedAt : null;
    }
}
