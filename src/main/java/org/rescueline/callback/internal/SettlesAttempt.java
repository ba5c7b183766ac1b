package org.rescueline.callback.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.rescueline.callback.CallbackState;
import org.rescueline.telephony.DialResult;

/**
 * What a callback becomes when an attempt comes to an end.
 *
 * <ul>
 *   <li>answered → the operator says whether it was the right party;
 *   <li>not answered, busy, declined, unreachable → the next rung of the ladder, or given up after the last;
 *   <li>our operator did not pick up, our line failed, or the order never reached the switch → due again, on the same
 *       rung.
 * </ul>
 */
final class SettlesAttempt {

    /** Results of attempts that climb the ladder. */
    static final List<DialResult> SPENT =
            Arrays.stream(DialResult.values()).filter(SettlesAttempt::isSpent).toList();

    private final RetryLadder ladder;

    SettlesAttempt(RetryLadder ladder) {
        this.ladder = ladder;
    }

    /**
     * The callback after the attempt.
     *
     * @param dueAt when it is due; unchanged business for a state that is not DUE
     */
    record Next(CallbackState state, Instant dueAt) {}

    /** Whether an attempt with this result could have reached the customer, so that it climbs the ladder. */
    static boolean isSpent(DialResult result) {
        return switch (result) {
            case ANSWERED, NO_ANSWER, BUSY, REJECTED, UNREACHABLE -> true;
            case OPERATOR_DID_NOT_ANSWER, LINE_FAILED -> false;
        };
    }

    /**
     * After the switch told the outcome.
     *
     * @param spentAttempts attempts that could have reached the customer, this one included if it is one
     */
    Next afterOutcome(DialResult result, int spentAttempts, Instant endedAt) {
        if (result == DialResult.ANSWERED) {
            return new Next(CallbackState.TO_CONFIRM, endedAt);
        }
        return isSpent(result) ? notReached(spentAttempts, endedAt) : neverReachedTheCustomer(endedAt);
    }

    /** After the operator said that it was not the right party, and after any attempt that failed to reach. */
    Next notReached(int spentAttempts, Instant at) {
        return ladder.next(spentAttempts, at)
                .map(dueAt -> new Next(CallbackState.DUE, dueAt))
                .orElseGet(() -> new Next(CallbackState.GIVEN_UP, at));
    }

    /** After an order that never reached the switch, or failed on our side of it. */
    Next neverReachedTheCustomer(Instant at) {
        return new Next(CallbackState.DUE, ladder.afterOwnFault(at));
    }
}
