package org.rescueline.callback.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rescueline.callback.CallbackConfig;
import org.rescueline.callback.CallbackReason;
import org.rescueline.callback.CallbackState;
import org.rescueline.callback.internal.CallbackStore.Reached;
import org.rescueline.shared.Actor;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallView;

/**
 * Keeps the account of who is owed a call: a caller who gave up opens it, a later answered call of the same number closes
 * it. The instants of the calls decide, not the order in which their news arrives, and a call counts once.
 */
@ApplicationScoped
class OwesCallback {

    private final CallbackStore store;
    private final CallbackConfig config;
    private final Clock clock;

    OwesCallback(CallbackStore store, CallbackConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Books an abandoned call; empty when it was booked before. */
    Uni<Optional<CallbackEntity>> abandoned(PhoneNumber number, CallView call) {
        var at = call.abandonedAt() == null ? call.offeredAt() : call.abandonedAt();
        return store.queueFor(number.e164())
                .chain(() -> store.isCounted(call.id()))
                .chain(isCounted -> isCounted
                        ? Uni.createFrom().item(Optional.<CallbackEntity>empty())
                        : book(number, call, at).map(Optional::of));
    }

    /**
     * Books the request of a waiting caller. The hang-up that follows it is the same call and books nothing more; where
     * the hang-up was booked first, its callback becomes the request's. Empty when it was booked before.
     */
    Uni<Optional<CallbackEntity>> requested(PhoneNumber number, CallView call, Instant placeSince, Instant at) {
        return store.queueFor(number.e164())
                .chain(() -> store.isCounted(call.id()))
                .chain(isCounted -> isCounted
                        ? upgrade(number, placeSince)
                        : enter(number, call, placeSince, at).map(Optional::of));
    }

    private Uni<Optional<CallbackEntity>> upgrade(PhoneNumber number, Instant placeSince) {
        return store.lockOpen(number.e164()).map(open -> {
            var changed = open.filter(callback -> callback.placeSince == null);
            changed.ifPresent(callback -> {
                callback.request(placeSince);
                dueNow(callback);
            });
            return changed;
        });
    }

    private Uni<CallbackEntity> enter(PhoneNumber number, CallView call, Instant placeSince, Instant at) {
        return book(number, call, at).invoke(callback -> {
            if (callback.state.isOpen()) {
                callback.request(placeSince);
                dueNow(callback);
            }
        });
    }

    /** When the place in line comes is decided by the line, not by the time that a hang-up is given. */
    private void dueNow(CallbackEntity callback) {
        if (callback.state == CallbackState.DUE && callback.dueAt.isAfter(clock.instant())) {
            callback.dueAt = clock.instant();
        }
    }

    /** Notes an answered call; the callback that it settled, if it did. */
    Uni<Optional<CallbackEntity>> answered(PhoneNumber number, CallView call) {
        var reached = new Reached(call.id(), call.answeredAt() == null ? call.offeredAt() : call.answeredAt());
        return store.queueFor(number.e164())
                .chain(() -> store.noteReached(number.e164(), reached))
                .chain(() -> store.lockOpen(number.e164()))
                .chain(open -> open.map(callback -> settleIfLater(callback, reached))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<CallbackEntity> book(PhoneNumber number, CallView call, Instant at) {
        return store.lockOpen(number.e164())
                .chain(open -> open.map(callback -> join(callback, at)).orElseGet(() -> owe(number, at)))
                .call(callback -> store.persist(AbandonedCallEntity.of(call.id(), callback.id, at)))
                .call(callback -> store.findReached(number.e164())
                        .chain(reached -> reached.map(each -> settleIfLater(callback, each))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    /** The caller gave up again, so is reachable now: a later retry is brought forward, the deadline stays. */
    private Uni<CallbackEntity> join(CallbackEntity callback, Instant at) {
        var soon = at.plus(config.firstDueAfter());
        if (callback.state == CallbackState.DUE && soon.isBefore(callback.dueAt)) {
            callback.dueAt = soon;
        }
        callback.version++;
        return Uni.createFrom().item(callback);
    }

    private Uni<CallbackEntity> owe(PhoneNumber number, Instant at) {
        var callback = CallbackEntity.owed(
                CallbackReason.ABANDONED_CALL,
                number,
                clock.instant(),
                at.plus(config.firstDueAfter()),
                at.plus(config.abandonedDeadline()),
                Actor.SYSTEM);
        return store.persist(callback).replaceWith(callback);
    }

    private Uni<Optional<CallbackEntity>> settleIfLater(CallbackEntity callback, Reached reached) {
        return store.listCalls(List.of(callback.id)).map(calls -> {
            boolean isLater = calls.stream().allMatch(call -> call.at.isBefore(reached.at()));
            if (!isLater) {
                return Optional.empty();
            }
            callback.settle(reached.callId(), clock.instant());
            return Optional.of(callback);
        });
    }
}
