package org.rescueline.callback.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rescueline.callback.CallbackConfig;
import org.rescueline.callback.CallbackState;
import org.rescueline.callback.internal.SettlesAttempt.Next;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.DialOutcome;

/**
 * Brings an attempt to its end, once, whoever tells of it first: the switch's news, the sweep, or the operator's verdict.
 * A callback that was settled meanwhile, because the customer called again, keeps the outcome but does not move.
 */
@ApplicationScoped
class EndsAttempt {

    private final CallbackStore store;
    private final SettlesAttempt settles;
    private final Clock clock;

    EndsAttempt(CallbackStore store, CallbackConfig config, Clock clock) {
        this.store = store;
        this.settles = new SettlesAttempt(new RetryLadder(config.retryLadder(), config.ownFaultRetry()));
        this.clock = clock;
    }

    /** The switch has taken the order. */
    Uni<Optional<CallbackEntity>> accepted(UUID attemptId) {
        return whileRunning(attemptId, (callback, attempt) -> {
            attempt.acceptedAt = clock.instant();
            moveOn(callback, CallbackState.CLAIMED, CallbackState.DIALLING);
            return null;
        });
    }

    /** The customer's side has answered. */
    Uni<Optional<CallbackEntity>> talking(UUID attemptId, UUID callId) {
        return whileRunning(attemptId, (callback, attempt) -> {
            attempt.callId = callId;
            moveOn(callback, CallbackState.CLAIMED, CallbackState.TALKING);
            moveOn(callback, CallbackState.DIALLING, CallbackState.TALKING);
            return null;
        });
    }

    /** The switch tells how it ended. */
    Uni<Optional<CallbackEntity>> ended(UUID attemptId, DialOutcome outcome) {
        return whileRunning(attemptId, (callback, attempt) -> {
            attempt.end(outcome);
            return spent -> settles.afterOutcome(outcome.result(), spent, outcome.endedAt());
        });
    }

    /** The order never reached the switch: due again, as if nothing had been ordered. */
    Uni<Optional<CallbackEntity>> neverDialled(UUID attemptId) {
        return whileRunning(attemptId, (callback, attempt) -> {
            attempt.withdraw(clock.instant());
            return spent -> new Next(CallbackState.DUE, clock.instant());
        });
    }

    /** The operator says whether it was the right party. */
    Uni<CallbackEntity> judge(UUID callbackId, boolean reached, @Nullable String note, Viewer by) {
        return store.lock(callbackId).call(callback -> attemptsOf(callback).chain(attempts -> {
            var answered = attempts.stream()
                    .filter(attempt -> callback.state == CallbackState.TO_CONFIRM && attempt.waitsForVerdict())
                    .findFirst()
                    .orElseThrow(() -> Failure.conflict("callback.nothing-to-judge"));
            if (!by.userId().equals(answered.operatorId) && !by.hasAny(Role.SUPERVISOR, Role.ADMIN)) {
                throw Failure.denied("callback.not-yours");
            }
            answered.judge(reached, note, by, clock.instant());
            if (reached) {
                callback.finish(clock.instant());
            } else {
                callback.move(settles.notReached(spentOf(attempts), clock.instant()), clock.instant());
            }
            return Uni.createFrom().voidItem();
        }));
    }

    /** What becomes of the callback, given the spent attempts; null leaves it. */
    private interface Change {
        @Nullable
        Function<Integer, Next> on(CallbackEntity callback, AttemptEntity attempt);
    }

    /** Locks the callback first, as every change does, and then looks whether the attempt still runs. */
    private Uni<Optional<CallbackEntity>> whileRunning(UUID attemptId, Change change) {
        return store.findAttempt(attemptId)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : store.lock(known.get().callbackId).chain(callback -> store.refresh(known.get())
                                .chain(attempt -> attempt.isRunning()
                                        ? apply(callback, attempt, change).replaceWith(Optional.of(callback))
                                        : Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<Void> apply(CallbackEntity callback, AttemptEntity attempt, Change change) {
        var next = change.on(callback, attempt);
        if (next == null || !callback.state.isInFlight()) {
            callback.version++;
            return Uni.createFrom().voidItem();
        }
        return attemptsOf(callback)
                .invoke(attempts -> callback.move(next.apply(spentOf(attempts)), clock.instant()))
                .replaceWithVoid();
    }

    private Uni<List<AttemptEntity>> attemptsOf(CallbackEntity callback) {
        return store.listAttempts(List.of(callback.id));
    }

    private static int spentOf(List<AttemptEntity> attempts) {
        return (int) attempts.stream().filter(AttemptEntity::isSpent).count();
    }

    private static void moveOn(CallbackEntity callback, CallbackState from, CallbackState to) {
        if (callback.state == from) {
            callback.state = to;
        }
    }
}
