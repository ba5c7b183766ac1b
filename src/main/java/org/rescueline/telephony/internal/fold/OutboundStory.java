package org.rescueline.telephony.internal.fold;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.DialPurpose;

/**
 * The story of a call that we placed, to the outside or among ourselves. Ringing and answered speak of the far party;
 * the operator's own leg, which rings first in a callback, only says who had the call. It is over when every leg is.
 */
final class OutboundStory {

    private static final Comparator<PlayedLeg> BY_START = Comparator.comparing(
                    (PlayedLeg leg) -> leg.leg().startedAt())
            .thenComparing(leg -> leg.leg().uniqueid());

    private OutboundStory() {}

    static CallStory of(CallDirection direction, @Nullable DialPurpose purpose, PlayedLeg first, List<PlayedLeg> legs) {
        var far = farLeg(purpose, first, legs);
        var ringingAt = far.map(leg -> leg.leg().ringingAt()).orElse(null);
        var answeredAt = far.map(leg -> leg.leg().answeredAt()).orElse(null);
        var endedAt = endOf(legs);
        return new CallStory(
                direction,
                purpose,
                state(ringingAt, answeredAt, endedAt),
                first.leg().callerNumber(),
                first.leg().dialedNumber(),
                first.leg().startedAt(),
                null,
                ringingAt,
                answeredAt,
                endedAt,
                endedAt == null ? InboundStory.ringing(legs) : List.of(),
                first.extension(),
                far.map(leg -> leg.leg().hangupCause()).orElse(first.leg().hangupCause()),
                legs.stream().anyMatch(leg -> leg.leg().rebuilt()),
                null,
                false,
                legs);
    }

    /**
     * The far party: a spot check's only leg; otherwise, of the legs made after the first that lead to somebody, the
     * first that picked up, since who is asked or joins later is not whom we rang; when none did, the last.
     */
    static Optional<PlayedLeg> farLeg(@Nullable DialPurpose purpose, PlayedLeg first, List<PlayedLeg> legs) {
        if (purpose == DialPurpose.SPOT_CHECK) {
            return Optional.of(first);
        }
        var others = legs.stream()
                .filter(leg -> leg != first && leg.isAnsweringPerson())
                .toList();
        return others.stream()
                .filter(leg -> leg.leg().answeredAt() != null)
                .min(BY_START)
                .or(() -> others.stream().max(BY_START));
    }

    private static CallState state(
            @Nullable Instant ringingAt, @Nullable Instant answeredAt, @Nullable Instant endedAt) {
        if (endedAt != null) {
            return CallState.ENDED;
        }
        if (answeredAt != null) {
            return CallState.ANSWERED;
        }
        return ringingAt == null ? CallState.OFFERED : CallState.RINGING;
    }

    private static @Nullable Instant endOf(List<PlayedLeg> legs) {
        if (legs.stream().anyMatch(leg -> leg.leg().isUp())) {
            return null;
        }
        return legs.stream()
                .map(leg -> leg.leg().endedAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
