package org.rescueline.callback.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.rescueline.callback.CallbackConfig;
import org.rescueline.security.SecurityService;
import org.rescueline.security.Viewer;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.TelephonyService;

/**
 * Dials those who asked to keep their place in line, when that place has come:
 *
 * <ol>
 *   <li>who has stood in line longest is looked at, and no other before;
 *   <li>nobody who stands there in person came earlier: they are next, as if this one did not exist;
 *   <li>an operator is free: that telephone rings, then the customer's.
 * </ol>
 *
 * <p>One at a time on each node; the claim decides between nodes. A free operator takes one call, live or not, so callers
 * in person lose no more than the place that was before theirs anyway.
 */
@ApplicationScoped
class DialsInTurn {

    private static final Logger LOG = Logger.getLogger(DialsInTurn.class);

    private final CallbackStore store;
    private final CallbackFlow flow;
    private final TelephonyService telephony;
    private final SecurityService security;
    private final ReactiveBridge bridge;
    private final CallbackConfig config;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();

    DialsInTurn(
            CallbackStore store,
            CallbackFlow flow,
            TelephonyService telephony,
            SecurityService security,
            ReactiveBridge bridge,
            CallbackConfig config,
            Clock clock) {
        this.store = store;
        this.flow = flow;
        this.telephony = telephony;
        this.security = security;
        this.bridge = bridge;
        this.config = config;
        this.clock = clock;
    }

    /** Called by the clock; a look that is still under way is not joined by another. */
    void look() {
        if (looking.compareAndSet(false, true)) {
            CompletionStage<Void> unused = bridge.run(
                            "callback-turn", config.orderWithin().plus(config.switchTimeout()), this::dialNext)
                    .whenComplete((done, failure) -> looking.set(false));
        }
    }

    /** One look. */
    Uni<Void> dialNext() {
        return Panache.withSession(() -> store.listInLine(clock.instant(), 1))
                .chain(line -> line.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : telephony
                                .listLive()
                                .chain(live -> isTurn(line.get(0), live)
                                        ? giveToFreeOperator(line.get(0))
                                        : Uni.createFrom().voidItem()));
    }

    /** Whether nobody who waits in person came before. */
    static boolean isTurn(CallbackEntity callback, List<CallView> live) {
        var since = callback.placeSince;
        return since != null
                && live.stream()
                        .filter(call -> call.direction() == CallDirection.INBOUND)
                        .filter(call -> call.state().isWaiting())
                        .map(call -> call.queuedAt() == null ? call.offeredAt() : call.queuedAt())
                        .noneMatch(other -> other.isBefore(since));
    }

    private Uni<Void> giveToFreeOperator(CallbackEntity callback) {
        return bridge.uni("callback-roster", config.switchTimeout(), telephony::listRoster)
                .map(roster -> roster.stream()
                        .filter(RosterMember::isFree)
                        .map(RosterMember::extension)
                        .distinct()
                        .toList())
                .chain(free -> ask(callback, free, 0));
    }

    /** The first free telephone at which somebody is known to sit. */
    private Uni<Void> ask(CallbackEntity callback, List<String> free, int from) {
        if (from == free.size()) {
            return Uni.createFrom().voidItem();
        }
        return security.findByExtension(free.get(from))
                .chain(user -> user.isEmpty()
                        ? ask(callback, free, from + 1)
                        : flow.dial(callback.id, Viewer.of(user.get()))
                                .invoke(() -> LOG.debugf("Callback %s has its turn", callback.id))
                                .replaceWithVoid());
    }
}
