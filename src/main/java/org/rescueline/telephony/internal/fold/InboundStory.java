package org.rescueline.telephony.internal.fold;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallState;

/**
 * The story of a call to the hotline.
 *
 * <p>Answered means joined with a person. The switch answers the caller's own leg already when it enters the queue, and
 * a phone may be picked up in the very moment in which the caller hangs up; neither has reached anybody. The call is
 * over when the caller is gone, however long the others stay on the line.
 */
final class InboundStory {

    private static final Comparator<PlayedLeg> BY_TALK = Comparator.comparing(InboundStory::talksSince);

    private static final Comparator<PlayedLeg> BY_END =
            Comparator.comparing(leg -> Objects.requireNonNullElse(leg.leg().endedAt(), Instant.MAX));

    private InboundStory() {}

    static CallStory of(PlayedLeg caller, List<PlayedLeg> legs) {
        var reached = legs.stream()
                .filter(PlayedLeg::isAnsweringPerson)
                .filter(leg -> leg.leg().bridgedAt() != null)
                .toList();
        var answeredAt = earliest(reached.stream().map(InboundStory::talksSince));
        var endedAt = caller.leg().endedAt();
        var ringing = endedAt == null ? ringing(legs) : List.<String>of();
        var queuedAt = earliest(legs.stream().map(leg -> leg.leg().queuedAt()));
        return new CallStory(
                CallDirection.INBOUND,
                null,
                state(answeredAt, endedAt, queuedAt, ringing),
                caller.leg().callerNumber(),
                caller.leg().dialedNumber(),
                caller.leg().startedAt(),
                queuedAt,
                earliest(legs.stream().filter(leg -> leg.extension() != null).map(leg -> leg.leg()
                        .ringingAt())),
                answeredAt,
                endedAt,
                ringing,
                operator(reached).orElse(null),
                caller.leg().hangupCause(),
                legs.stream().anyMatch(leg -> leg.leg().rebuilt()),
                caller.leg().choice(),
                caller.leg().callbackRequested(),
                legs);
    }

    private static CallState state(
            @Nullable Instant answeredAt, @Nullable Instant endedAt, @Nullable Instant queuedAt, List<String> ringing) {
        if (endedAt != null) {
            return answeredAt == null ? CallState.ABANDONED : CallState.ENDED;
        }
        if (answeredAt != null) {
            return CallState.ANSWERED;
        }
        if (!ringing.isEmpty()) {
            return CallState.RINGING;
        }
        return queuedAt == null ? CallState.OFFERED : CallState.QUEUED;
    }

    /**
     * Who has the call: of those still on the line the one who came first, since the other is only being asked; when
     * nobody is left, the one who stayed longest.
     */
    private static Optional<String> operator(List<PlayedLeg> reached) {
        var operators = reached.stream().filter(leg -> leg.extension() != null).toList();
        var onTheLine = operators.stream().filter(leg -> leg.leg().isUp()).min(BY_TALK);
        return onTheLine
                .or(() -> operators.stream().max(BY_END.thenComparing(BY_TALK)))
                .map(PlayedLeg::extension);
    }

    /** Picked up, where that is known; otherwise joined, which is never earlier. */
    private static Instant talksSince(PlayedLeg leg) {
        var answeredAt = leg.leg().answeredAt();
        return answeredAt == null ? Objects.requireNonNull(leg.leg().bridgedAt()) : answeredAt;
    }

    static List<String> ringing(List<PlayedLeg> legs) {
        return legs.stream()
                .filter(leg -> leg.leg().isRinging())
                .map(PlayedLeg::extension)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    static @Nullable Instant earliest(Stream<@Nullable Instant> instants) {
        return instants.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
