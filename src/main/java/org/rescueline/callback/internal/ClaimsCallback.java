package org.rescueline.callback.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.rescueline.callback.CallbackState;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;

/**
 * Gives a due callback to one operator and writes the attempt down, in one transaction. After its commit, and only then,
 * the switch may be told.
 */
@ApplicationScoped
class ClaimsCallback {

    private final CallbackStore store;
    private final Clock clock;

    ClaimsCallback(CallbackStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A claim.
     *
     * @param isNew false when this operator had claimed it before and the attempt still runs: a second click dials nothing
     */
    record Claim(AttemptEntity attempt, boolean isNew) {}

    /** The attempt to dial now; fails as CONFLICT when there is nothing to take, saying why. */
    Uni<Claim> claim(UUID id, Viewer operator, String extension) {
        return store.queueFor("operator:" + operator.userId())
                .chain(() -> store.findRunningOf(operator.userId()))
                .chain(running -> running.map(attempt -> repeated(attempt, id)).orElseGet(() -> store.takeDue(id)
                        .chain(taken -> taken.map(callback -> take(callback, operator, extension))
                                .orElseGet(() -> refuse(id)))));
    }

    private Uni<Claim> take(CallbackEntity callback, Viewer operator, String extension) {
        callback.claim(operator);
        var attempt = AttemptEntity.requested(callback.id, operator, extension, clock.instant());
        return store.persist(attempt).replaceWith(new Claim(attempt, true));
    }

    /** One attempt at a time: nobody can speak to two customers. */
    private static Uni<Claim> repeated(AttemptEntity running, UUID id) {
        if (!running.callbackId.equals(id)) {
            throw Failure.conflict("callback.operator-busy");
        }
        return Uni.createFrom().item(new Claim(running, false));
    }

    private Uni<Claim> refuse(UUID id) {
        return store.get(id).map(callback -> {
            if (!callback.state.isOpen()) {
                throw Failure.conflict("callback.finished");
            }
            // Still due for us: somebody holds the row and has not committed yet.
            throw callback.state == CallbackState.DUE || callback.claimedByName == null
                    ? Failure.conflict("callback.taken-just-now")
                    : Failure.conflict("callback.taken", Map.of("operator", callback.claimedByName));
        });
    }
}
