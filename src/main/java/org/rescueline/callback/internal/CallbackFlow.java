package org.rescueline.callback.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rescueline.callback.CallbackConfig;
import org.rescueline.callback.CallbackView;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FailureKind;
import org.rescueline.shared.Failures;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.CallAbandoned;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallbackRequested;
import org.rescueline.telephony.DialAttempt;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.TelephonyService;

/**
 * Path C, from a caller who gave up to a customer who was reached.
 *
 * <ol>
 *   <li>A caller gave up: a callback is owed, or joins the one that already is.
 *   <li>A waiting caller asked to be called back: owed at his place in line, dialled when that comes ({@link DialsInTurn}).
 *   <li>The customer called again and was answered: nothing is owed any more.
 *   <li>An operator takes it: claimed, and the attempt written down, in one transaction.
 *   <li>After the commit, outside any transaction: the order goes to the switch, the operator's telephone first.
 *   <li>The switch took it: dialling.
 *   <li>The switch tells the outcome: due again by the ladder, given up, or answered and to be judged.
 *   <li>The operator judges: reached and done, or not reached and due again.
 * </ol>
 *
 * <p>A crash between any two steps leaves an attempt without an outcome; {@link SweepsAttempts} asks the switch about it
 * by the attempt's id and never guesses.
 */
@ApplicationScoped
class CallbackFlow {

    private static final Logger LOG = Logger.getLogger(CallbackFlow.class);

    private final OwesCallback owes;
    private final ClaimsCallback claims;
    private final EndsAttempt ends;
    private final CallbackViews views;
    private final CallbackStore store;
    private final TelephonyService telephony;
    private final ReactiveBridge bridge;
    private final CallbackConfig config;
    private final Clock clock;

    CallbackFlow(
            OwesCallback owes,
            ClaimsCallback claims,
            EndsAttempt ends,
            CallbackViews views,
            CallbackStore store,
            TelephonyService telephony,
            ReactiveBridge bridge,
            CallbackConfig config,
            Clock clock) {
        this.owes = owes;
        this.claims = claims;
        this.ends = ends;
        this.views = views;
        this.store = store;
        this.telephony = telephony;
        this.bridge = bridge;
        this.config = config;
        this.clock = clock;
    }

    /** Step 1. A number that was withheld can be called by nobody; the call stays in the list of abandoned ones. */
    Uni<Void> abandoned(CallAbandoned news) {
        return PhoneNumber.find(news.call().callerNumber())
                .map(number -> inTransaction(() -> owes.abandoned(number, news.call())))
                .orElseGet(() -> {
                    LOG.infof("Call %s was abandoned by a withheld number: nobody to call back", news.callId());
                    return Uni.createFrom().voidItem();
                });
    }

    /** Step 2. Without a number nobody can be called back; the dialplan has told the caller so. */
    Uni<Void> requested(CallbackRequested news) {
        return PhoneNumber.find(news.call().callerNumber())
                .map(number ->
                        inTransaction(() -> owes.requested(number, news.call(), news.placeSince(), news.requestedAt())))
                .orElseGet(() -> {
                    LOG.warnf("Call %s asked for a callback with a number that is none", news.callId());
                    return Uni.createFrom().voidItem();
                });
    }

    /** Step 3. */
    Uni<Void> answered(CallAnswered news) {
        return PhoneNumber.find(news.call().callerNumber())
                .map(number -> inTransaction(() -> owes.answered(number, news.call())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Steps 4 to 6. */
    Uni<CallbackView> dial(UUID id, Viewer operator) {
        var extension = operator.extension().orElseThrow(() -> Failure.invalid("extension", "callback.no-extension"));
        return Panache.withTransaction(() -> claims.claim(id, operator, extension)
                        .call(claim -> store.get(id).chain(views::tell)))
                .chain(claim -> claim.isNew()
                        ? order(claim.attempt())
                        : Uni.createFrom().voidItem())
                .chain(() -> Panache.withSession(() -> store.get(id).chain(views::of)));
    }

    /** Step 7. */
    Uni<Void> ended(DialEnded news) {
        return news.purpose() == DialPurpose.CALLBACK
                ? inTransaction(() -> ends.ended(news.attemptId(), news.outcome()))
                : Uni.createFrom().voidItem();
    }

    /**
     * Steps 5 and 6. Nothing rang if the switch says so; if it says nothing, nobody knows, and the sweep finds out. An
     * order that was held up on our side is not handed over any more: the sweep may already have made the callback due
     * again.
     */
    private Uni<Void> order(AttemptEntity attempt) {
        return Panache.withSession(() -> store.get(attempt.callbackId)).chain(callback -> {
            if (clock.instant().isAfter(attempt.requestedAt.plus(config.orderWithin()))) {
                return withdraw(attempt, Failure.conflict("callback.order-late"));
            }
            return bridge.uni("callback-dial", config.switchTimeout(), () -> telephony.dial(orderOf(callback, attempt)))
                    .onFailure()
                    .recoverWithUni(failure -> refused(attempt, Failures.of(failure)))
                    .chain(taken -> taken.accepted()
                            ? inTransaction(() -> ends.accepted(attempt.id))
                            : Uni.createFrom().voidItem());
        });
    }

    private DialOrder orderOf(CallbackEntity callback, AttemptEntity attempt) {
        return new DialOrder(
                attempt.id,
                DialPurpose.CALLBACK,
                new PhoneNumber(callback.number),
                attempt.extension,
                config.ringTimeout(),
                config.callerId());
    }

    private Uni<DialAttempt> refused(AttemptEntity attempt, Failure failure) {
        if (failure.kind() == FailureKind.DENIED || failure.kind() == FailureKind.INVALID) {
            return withdraw(attempt, failure);
        }
        LOG.warnf("Whether attempt %s was dialled is not known, the sweep will ask: %s", attempt.id, failure);
        return Uni.createFrom().failure(Failure.upstream("callback.switch-away", Map.of(), failure));
    }

    private <T> Uni<T> withdraw(AttemptEntity attempt, Failure failure) {
        return inTransaction(() -> ends.neverDialled(attempt.id))
                .chain(() -> Uni.createFrom().failure(failure));
    }

    /** Does one step in a transaction and tells what it changed once that is committed. */
    Uni<Void> inTransaction(Supplier<Uni<Optional<CallbackEntity>>> step) {
        return Panache.withTransaction(() -> step.get()
                .chain(changed -> changed.map(callback -> views.tell(callback).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }
}
