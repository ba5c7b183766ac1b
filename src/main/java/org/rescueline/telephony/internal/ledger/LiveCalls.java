package org.rescueline.telephony.internal.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallView;

/** Calls that are not over, in memory: what the page shows and what a spot check asks before it rings. */
@ApplicationScoped
public class LiveCalls {

    private final Map<UUID, CallView> calls = new ConcurrentHashMap<>();

    /** Takes a call's newest state. */
    void accept(CallView call) {
        if (call.state().isOver()) {
            calls.remove(call.id());
        } else {
            calls.put(call.id(), call);
        }
    }

    /** Calls that are not over, oldest first. */
    public List<CallView> list() {
        return calls.values().stream()
                .sorted(Comparator.comparing(CallView::offeredAt).thenComparing(CallView::id))
                .toList();
    }

    /** Inbound callers who wait for a person. */
    public int waiting() {
        return (int) calls.values().stream()
                .filter(call -> call.direction() == CallDirection.INBOUND)
                .filter(call -> call.state().isWaiting())
                .count();
    }

    /** Forgets the calls of other switches: nobody tells any more what becomes of them. */
    public void keepOnly(String pbx) {
        calls.values().removeIf(call -> !call.pbx().equals(pbx));
    }

    /** Fills the memory after a start. */
    public Uni<Void> load(CallStore store) {
        return store.listOpen().invoke(open -> open.forEach(this::accept)).replaceWithVoid();
    }
}
