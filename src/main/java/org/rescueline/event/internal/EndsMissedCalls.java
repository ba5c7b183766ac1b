package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.TelephonyService;

/**
 * Writes down the end of calls whose news was missed, because the service was down at that moment: asks the ledger,
 * which is rebuilt from the switch's own record, about every booked call that still counts as running.
 */
@ApplicationScoped
class EndsMissedCalls {

    /** Younger calls get their news by the ordinary way. */
    private static final Duration YOUNGEST = Duration.ofMinutes(1);

    private static final int AT_ONCE = 100;

    private final EventStore store;
    private final BooksCall booking;
    private final TelephonyService telephony;

    EndsMissedCalls(EventStore store, BooksCall booking, TelephonyService telephony) {
        this.store = store;
        this.booking = booking;
        this.telephony = telephony;
    }

    Uni<Void> sweep() {
        return Panache.withSession(() -> store.listRunningCalls(store.now().minus(YOUNGEST), AT_ONCE))
                .onItem()
                .transformToMulti(calls -> Multi.createFrom().iterable(calls))
                .onItem()
                .transformToUniAndConcatenate(call -> settle(call.callId))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> settle(UUID callId) {
        return Panache.withTransaction(() -> telephony
                        .getCall(callId)
                        .chain(call -> call.state().isOver()
                                ? booking.end(call)
                                : Uni.createFrom().voidItem()))
                .onFailure(Failure.class)
                .recoverWithNull();
    }
}
