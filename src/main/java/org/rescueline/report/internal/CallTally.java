package org.rescueline.report.internal;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Counted calls. Everything in it is a plain count or a plain sum, so tallies can be added.
 *
 * @param shortAbandoned of those abandoned, who gave up within the time that does not count
 * @param callbackRequested who asked to be called back instead of waiting on; none of them is abandoned
 * @param within15 answered within 15 s
 * @param undecided15 still waiting, for less than 15 s
 * @param answerSeconds the sum over those answered
 * @param handled answered and ended
 * @param handleSeconds the sum over those handled
 * @param transfers how often a caller was passed on to another person
 * @param talkSeconds the sum over those answered, up to now where they still talk
 */
record CallTally(
        long offered,
        long answered,
        long abandoned,
        long shortAbandoned,
        long callbackRequested,
        long within15,
        long within20,
        long undecided15,
        long undecided20,
        double answerSeconds,
        long handled,
        double handleSeconds,
        long transfers,
        double talkSeconds) {

    static final CallTally NONE = new CallTally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static CallTally sum(Collection<CallTally> tallies) {
        return tallies.stream().reduce(NONE, CallTally::plus);
    }

    CallTally plus(CallTally other) {
        return new CallTally(
                offered + other.offered,
                answered + other.answered,
                abandoned + other.abandoned,
                shortAbandoned + other.shortAbandoned,
                callbackRequested + other.callbackRequested,
                within15 + other.within15,
                within20 + other.within20,
                undecided15 + other.undecided15,
                undecided20 + other.undecided20,
                answerSeconds + other.answerSeconds,
                handled + other.handled,
                handleSeconds + other.handleSeconds,
                transfers + other.transfers,
                talkSeconds + other.talkSeconds);
    }

    /** Whom the service level at 15 s counts: who came, gave up not too soon, and whose time is up. */
    long counted15() {
        return offered - shortAbandoned - undecided15;
    }

    long counted20() {
        return offered - shortAbandoned - undecided20;
    }

    @Nullable
    Double averageAnswerSeconds() {
        return answered == 0 ? null : Rounding.toTenths(answerSeconds / answered);
    }

    @Nullable
    Double averageHandleSeconds() {
        return handled == 0 ? null : Rounding.toTenths(handleSeconds / handled);
    }
}
