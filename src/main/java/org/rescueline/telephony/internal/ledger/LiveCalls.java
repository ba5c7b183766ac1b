package org.rescueline.telephony.internal.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallView;

/** Calls that are not over, in memory: what the page shows and what a spot check asks before it rings. */
@ApplicationScoped
public class LiveCalls {

    private final Map<UUID, CallView> calls = new ConcurrentHashMap<>();

    /** For each reading of the ledger under way the calls that were told in the meantime: of those it knows less than we. */
    private final List<Set<UUID>> toldMeanwhile = new CopyOnWriteArrayList<>();

    /** Takes a call's newest state. */
    void accept(CallView call) {
        toldMeanwhile.forEach(told -> told.add(call.id()));
        take(call);
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

    /** Forgets the calls of all switches but these: nobody tells any more what becomes of them. */
    public void keepOnly(Collection<String> pbxs) {
        calls.values().removeIf(call -> !pbxs.contains(call.pbx()));
    }

    /** Fills the memory after a start. */
    public Uni<Void> load(CallStore store) {
        return read(store, call -> true);
    }

    /** Takes the calls of these switches as the ledger has them: another node writes, or wrote, what becomes of them. */
    public Uni<Void> follow(CallStore store, Collection<String> pbxs) {
        return read(store, call -> pbxs.contains(call.pbx()));
    }

    private Uni<Void> read(CallStore store, Predicate<CallView> wanted) {
        return Uni.createFrom().deferred(() -> {
            Set<UUID> told = ConcurrentHashMap.newKeySet();
            toldMeanwhile.add(told);
            return store.listOpen()
                    .invoke(open -> replace(
                            open.stream().filter(wanted).toList(), wanted.and(call -> !told.contains(call.id()))))
                    .eventually(() -> toldMeanwhile.remove(told))
                    .replaceWithVoid();
        });
    }

    private void replace(List<CallView> open, Predicate<CallView> known) {
        var ids = open.stream().map(CallView::id).collect(Collectors.toSet());
        calls.values().removeIf(known.and(call -> !ids.contains(call.id())));
        open.stream().filter(known).forEach(this::take);
    }

    private void take(CallView call) {
        if (call.state().isOver()) {
            calls.remove(call.id());
        } else {
            calls.put(call.id(), call);
        }
    }
}
