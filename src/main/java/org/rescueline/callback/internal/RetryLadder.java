package org.rescueline.callback.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait before the customer is tried again. The first rung follows the first attempt that did not reach the
 * customer; after the attempt behind the last rung there is no other.
 *
 * <p>Only attempts that could have reached the customer climb the ladder. When our own operator did not pick up, or our
 * line failed, the callback is due again after {@code ownFault} on the same rung: the customer never noticed.
 *
 * @param rungs each positive; their number + 1 is the most attempts a customer gets
 * @param ownFault wait after a failure of our own
 */
record RetryLadder(List<Duration> rungs, Duration ownFault) {

    RetryLadder {
        rungs = List.copyOf(rungs);
        if (rungs.stream().anyMatch(rung -> rung.isNegative() || rung.isZero()) || ownFault.isNegative()) {
            throw new IllegalArgumentException("Every rung of the retry ladder must be longer than nothing: " + rungs);
        }
    }

    /**
     * When to try again.
     *
     * @param spentAttempts attempts that could have reached the customer, the last one included
     * @return empty when that was the last
     */
    Optional<Instant> next(int spentAttempts, Instant endedAt) {
        if (spentAttempts > rungs.size()) {
            return Optional.empty();
        }
        return Optional.of(spentAttempts == 0 ? endedAt.plus(ownFault) : endedAt.plus(rungs.get(spentAttempts - 1)));
    }

    /** When to try again after a failure of our own. */
    Instant afterOwnFault(Instant endedAt) {
        return endedAt.plus(ownFault);
    }
}
