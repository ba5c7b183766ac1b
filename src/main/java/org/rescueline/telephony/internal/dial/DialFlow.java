package org.rescueline.telephony.internal.dial;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Viewer;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.DialAttempt;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialTrace;
import org.rescueline.telephony.internal.ami.SwitchActions;
import org.rescueline.telephony.internal.desk.DeskStore;
import org.rescueline.telephony.internal.ledger.DialAttemptEntity;

/**
 * Rings somebody:
 *
 * <ol>
 *   <li>refuse what the dialling policy does not allow;
 *   <li>store the order; one that is stored already is sent again only when the switch has no trace of it;
 *   <li>send it, outside any transaction;
 *   <li>note how the switch took it. A refusal is an outcome: our line failed.
 * </ol>
 *
 * <p>An order of which the switch did not say in time whether it took it stays open: its channel or its absence tells
 * later.
 */
@ApplicationScoped
public class DialFlow {

    private final DialStore store;
    private final TracesDial traces;
    private final DeskStore desks;
    private final SwitchActions actions;
    private final FindsSwitch switches;
    private final DialPolicy policy;
    private final Clock clock;

    DialFlow(
            DialStore store,
            TracesDial traces,
            DeskStore desks,
            SwitchActions actions,
            FindsSwitch switches,
            DialPolicy policy,
            Clock clock) {
        this.store = store;
        this.traces = traces;
        this.desks = desks;
        this.actions = actions;
        this.switches = switches;
        this.policy = policy;
        this.clock = clock;
    }

    /** Orders a call for the system. */
    public Uni<DialAttempt> dial(DialOrder order) {
        return dial(order, null, null);
    }

    /** Orders a call for a person, within an event. */
    Uni<DialAttempt> dial(DialOrder order, @Nullable Viewer by, @Nullable UUID eventId) {
        policy.requireAllowed(order.number());
        return phoneOf(order).chain(phone -> switches.find(phone.orElse(null)).chain(pbx -> {
            var route = new Route(pbx, phone.orElse(null));
            return store.insert(order, by, eventId, pbx, now())
                    .chain(isNew -> isNew ? send(order, route) : repeat(order, route));
        }));
    }

    /** Which switch places the call, and which of the operator's telephones rings first, if any. */
    private record Route(String pbx, @Nullable String endpoint) {}

    private Uni<DialAttempt> repeat(DialOrder order, Route route) {
        return store.find(order.attemptId()).map(Optional::orElseThrow).chain(known -> traces.trace(order.attemptId())
                .chain(trace -> mayRing(trace)
                        ? takeAgain(order, known, route)
                        : Uni.createFrom().item(known.view())));
    }

    private static boolean mayRing(DialTrace trace) {
        return trace.kind() == DialTrace.Kind.NEVER_DIALLED;
    }

    private Uni<DialAttempt> takeAgain(DialOrder order, DialAttemptEntity known, Route route) {
        return store.takeAgain(order.attemptId(), known.orderedAt, route.pbx(), now())
                .chain(taken -> taken ? send(order, route) : Uni.createFrom().item(known.view()));
    }

    private Uni<DialAttempt> send(DialOrder order, Route route) {
        return actions.originate(route.pbx(), order, route.endpoint())
                .chain(answer -> switch (answer.taken()) {
                    case ACCEPTED, UNCERTAIN -> store.noteSent(order.attemptId(), now());
                    case REFUSED -> store.refuse(order.attemptId(), answer.words(), now());
                })
                .map(DialAttemptEntity::view);
    }

    /** The operator's phone that rings first: the one in use, or the one on the desk where nobody has signed on. */
    private Uni<Optional<String>> phoneOf(DialOrder order) {
        var extension = order.operatorExtension();
        if (extension == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return desks.find(extension)
                .map(desk -> Optional.of(desk.map(DeskView::endpoint).orElse(extension)));
    }

    /** What the database keeps of an instant. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
