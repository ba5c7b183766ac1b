package org.rescueline.callback.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rescueline.callback.CallbackConfig;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.TelephonyService;

/**
 * Finds out what became of attempts whose outcome nobody told: after a crash between claim and dial, between dial and
 * note, or while the switch was away. Asks the switch by the attempt's id:
 *
 * <ul>
 *   <li>never dialled → due again at once, on the same rung;
 *   <li>ended → as if its news had arrived;
 *   <li>in progress → dialling, look again later;
 *   <li>the switch cannot be asked → look again later. Better late than twice.
 * </ul>
 */
@ApplicationScoped
class SweepsAttempts {

    private static final Logger LOG = Logger.getLogger(SweepsAttempts.class);

    private final CallbackStore store;
    private final CallbackFlow flow;
    private final EndsAttempt ends;
    private final TelephonyService telephony;
    private final ReactiveBridge bridge;
    private final CallbackConfig config;
    private final Clock clock;

    SweepsAttempts(
            CallbackStore store,
            CallbackFlow flow,
            EndsAttempt ends,
            TelephonyService telephony,
            ReactiveBridge bridge,
            CallbackConfig config,
            Clock clock) {
        this.store = store;
        this.flow = flow;
        this.ends = ends;
        this.telephony = telephony;
        this.bridge = bridge;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> sweep() {
        var before = clock.instant().minus(config.sweepAfter());
        return Panache.withSession(() -> store.listUnsettled(before, config.sweepBatch()))
                .onItem()
                .transformToMulti(attempts -> Multi.createFrom().iterable(attempts))
                .onItem()
                .transformToUniAndConcatenate(this::settle)
                .collect()
                .last()
                .chain(() -> Panache.withTransaction(
                        () -> store.forgetReached(clock.instant().minus(config.reachedRetention()))));
    }

    private Uni<Void> settle(AttemptEntity attempt) {
        return bridge.uni("callback-trace", config.switchTimeout(), () -> telephony.findDial(attempt.id))
                .chain(trace -> flow.inTransaction(() -> switch (trace.kind()) {
                    case NEVER_DIALLED -> ends.neverDialled(attempt.id);
                    case ENDED -> ends.ended(attempt.id, Objects.requireNonNull(trace.outcome()));
                    case IN_PROGRESS -> attempt.acceptedAt == null ? ends.accepted(attempt.id) : nothing();
                    case UNKNOWN -> nothing();
                }))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "Attempt %s of callback %s is looked at again later: %s",
                            attempt.id, attempt.callbackId, failure);
                    return Uni.createFrom().voidItem();
                });
    }

    private static Uni<Optional<CallbackEntity>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
