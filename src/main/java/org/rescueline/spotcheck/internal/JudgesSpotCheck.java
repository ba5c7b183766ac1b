package org.rescueline.spotcheck.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.telephony.DialOutcome;

/**
 * Turns what the switch saw into a verdict.
 *
 * <p>The norm is three rings, about 15 s, counted from the far telephone's first ring. A network that connects without
 * ever signalling ringing is timed from the dial, which is never to the station's advantage.
 */
final class JudgesSpotCheck {

    private JudgesSpotCheck() {}

    /**
     * A verdict and what it rests on.
     *
     * @param ringSeconds absent when the far telephone never rang
     */
    record Judgement(DutyPhoneVerdict verdict, @Nullable Double ringSeconds) {}

    static Judgement judge(DialOutcome outcome, Duration answerWithin) {
        var ringSeconds = ringSeconds(outcome);
        return new Judgement(
                switch (outcome.result()) {
                    case ANSWERED -> inTime(ringSeconds, answerWithin);
                    case NO_ANSWER -> DutyPhoneVerdict.NO_ANSWER;
                    case BUSY, REJECTED -> DutyPhoneVerdict.BUSY;
                    case UNREACHABLE -> DutyPhoneVerdict.UNREACHABLE;
                    case LINE_FAILED, OPERATOR_DID_NOT_ANSWER -> DutyPhoneVerdict.OUR_LINE_FAILED;
                },
                ringSeconds);
    }

    private static DutyPhoneVerdict inTime(@Nullable Double ringSeconds, Duration answerWithin) {
        boolean late = ringSeconds != null && ringSeconds * 1000 > answerWithin.toMillis();
        return late ? DutyPhoneVerdict.ANSWERED_LATE : DutyPhoneVerdict.ANSWERED_IN_TIME;
    }

    private static @Nullable Double ringSeconds(DialOutcome outcome) {
        if (outcome.ringSeconds() != null || outcome.answeredAt() == null || outcome.startedAt() == null) {
            return outcome.ringSeconds();
        }
        return Duration.between(outcome.startedAt(), outcome.answeredAt()).toMillis() / 1000.0;
    }
}
