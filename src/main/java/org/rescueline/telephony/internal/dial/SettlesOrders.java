package org.rescueline.telephony.internal.dial;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.rescueline.telephony.DialTrace;
import org.rescueline.telephony.internal.ledger.DialAttemptEntity;

/**
 * Follows orders without an outcome to their end. One of which the switch has no trace is left to the room that gave
 * it, which may ring again, until {@link #LEFT_TO_OWNER} is over; then it is ended, for it would be open for ever.
 */
@ApplicationScoped
public class SettlesOrders {

    private static final Logger LOG = Logger.getLogger(SettlesOrders.class);

    static final Duration LEFT_TO_OWNER = Duration.ofMinutes(2);

    private final DialStore store;
    private final TracesDial traces;
    private final Clock clock;

    SettlesOrders(DialStore store, TracesDial traces, Clock clock) {
        this.store = store;
        this.traces = traces;
        this.clock = clock;
    }

    /** Looks at every open order of the switch once. */
    public Uni<Void> settle(String pbx) {
        return store.listOpen(pbx, clock.instant().minus(LEFT_TO_OWNER)).chain(open -> {
            Uni<Void> line = Uni.createFrom().voidItem();
            for (var attempt : open) {
                line = line.chain(() -> settle(attempt));
            }
            return line;
        });
    }

    private Uni<Void> settle(DialAttemptEntity attempt) {
        return traces.trace(attempt.id).chain(trace -> {
            if (trace.kind() != DialTrace.Kind.NEVER_DIALLED) {
                return Uni.createFrom().voidItem();
            }
            LOG.warnf("The switch has no trace of order %s; it is ended as a fault of our line", attempt.id);
            return store.endWithoutChannel(attempt.id, clock.instant());
        });
    }
}
