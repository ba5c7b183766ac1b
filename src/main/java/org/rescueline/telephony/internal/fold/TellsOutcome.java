package org.rescueline.telephony.internal.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.DialResult;

/**
 * Tells how an attempt to ring somebody came out, once its call is over. From the top, the first that fits:
 *
 * <ol>
 *   <li>the far party picked up: ANSWERED;
 *   <li>the operator never picked up: OPERATOR_DID_NOT_ANSWER;
 *   <li>the operator did, but no far leg was made: LINE_FAILED;
 *   <li>otherwise what the far leg's cause says ({@link #ofCause}).
 * </ol>
 *
 * <p>Only a cause that speaks of the far party counts against it. A trunk that is silent, refuses or breaks down is
 * LINE_FAILED, and so is a leg that was given up without ever having rung: nothing proves that the far party was at
 * fault.
 */
public final class TellsOutcome {

    private static final Duration TIMER_SLACK = Duration.ofMillis(300);

    private TellsOutcome() {}

    /**
     * The outcome of a call that we ordered; empty while it is not over.
     *
     * @param ringTimeout how long the far party was given
     */
    public static Optional<DialOutcome> tell(CallStory story, Duration ringTimeout, @Nullable UUID callId) {
        if (story.purpose() == null || story.endedAt() == null || story.legs().isEmpty()) {
            return Optional.empty();
        }
        var first = firstOf(story);
        var far = OutboundStory.farLeg(story.purpose(), first, story.legs());
        var leg = far.orElse(first).leg();
        int cause = leg.hangupCause() == null ? DialOutcome.CAUSE_UNKNOWN : leg.hangupCause();
        return Optional.of(new DialOutcome(
                result(story.purpose(), first, far, cause, ringTimeout),
                far.map(PlayedLeg::leg).map(TellsOutcome::ringSeconds).orElse(null),
                seconds(far.map(it -> it.leg().answeredAt()).orElse(null), leg.endedAt())
                        .orElse(0.0),
                cause,
                story.offeredAt(),
                far.map(it -> it.leg().ringingAt()).orElse(null),
                far.map(it -> it.leg().answeredAt()).orElse(null),
                story.endedAt(),
                callId));
    }

    private static PlayedLeg firstOf(CallStory story) {
        return story.legs().stream()
                .filter(leg -> leg.leg().uniqueid().equals(leg.leg().linkedid()))
                .findFirst()
                .orElse(story.legs().get(0));
    }

    private static DialResult result(
            DialPurpose purpose, PlayedLeg first, Optional<PlayedLeg> far, int cause, Duration ringTimeout) {
        if (far.isPresent() && far.get().leg().answeredAt() != null) {
            return DialResult.ANSWERED;
        }
        if (purpose.ringsOperatorFirst() && first.leg().answeredAt() == null) {
            return DialResult.OPERATOR_DID_NOT_ANSWER;
        }
        return far.map(PlayedLeg::leg)
                .filter(leg -> leg.ringingAt() != null || !isGivenUpByUs(leg, ringTimeout))
                .map(leg -> ofCause(cause, leg.ringingAt() != null))
                .orElse(DialResult.LINE_FAILED);
    }

    /** Asterisk gives our own timeout the cause of a 480; only the time tells a silent trunk from a phone switched off. */
    private static boolean isGivenUpByUs(Leg leg, Duration ringTimeout) {
        var endedAt = leg.endedAt();
        return endedAt != null && !endedAt.isBefore(leg.startedAt().plus(ringTimeout.minus(TIMER_SLACK)));
    }

    /**
     * What the cause of a far leg that nobody answered says. The numbers are Q.850; in brackets the SIP answers from
     * which Asterisk makes them.
     *
     * @param rang whether the far party's phone was heard to ring
     */
    static DialResult ofCause(int cause, boolean rang) {
        return switch (cause) {
            case 17 -> DialResult.BUSY; // 486, 600
            case 21 -> DialResult.REJECTED; // 403, 603
            case 1, 22, 28 -> DialResult.UNREACHABLE; // 404 and 604, 410, 484: no such number
            case 20 -> DialResult.UNREACHABLE; // subscriber absent
            case 19 -> rang ? DialResult.NO_ANSWER : DialResult.UNREACHABLE; // 480: not answering, or switched off
            // The network gave up (408), or we did: by our own timeout the cause is 16, 127 or none.
            default -> rang && isGivenUp(cause) ? DialResult.NO_ANSWER : DialResult.LINE_FAILED;
        };
    }

    private static boolean isGivenUp(int cause) {
        return switch (cause) {
            case DialOutcome.CAUSE_UNKNOWN, 0, 16, 18, 26, 127 -> true;
            default -> false;
        };
    }

    private static @Nullable Double ringSeconds(Leg leg) {
        var until = leg.answeredAt() == null ? leg.endedAt() : leg.answeredAt();
        return seconds(leg.ringingAt(), until).orElse(null);
    }

    private static Optional<Double> seconds(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return Optional.empty();
        }
        return Optional.of(Math.max(0, Duration.between(from, to).toMillis()) / 1000.0);
    }
}
