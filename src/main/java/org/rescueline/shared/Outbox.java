package org.rescueline.shared;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rescueline.shared.internal.FactKinds;
import org.rescueline.shared.internal.OutboxLane;
import org.rescueline.shared.internal.OutboxStore;
import org.rescueline.shared.internal.StoredJson;

/**
 * News that must not be lost: written in the transaction that made it true, and delivered afterwards, at least once,
 * to each subscriber by itself, even when the process dies in between.
 *
 * <p>A subscriber gets its facts oldest first, as far as possible: one that failed is tried again later, with growing
 * waits and without end, and does not hold up those behind it. On several nodes neighbours may overtake.
 */
@Singleton
public class Outbox {

    private final OutboxStore store;
    private final StoredJson json;
    private final ReactiveBridge bridge;
    private final SharedConfig config;
    private final MeterRegistry meters;
    private final List<OutboxLane> lanes = new CopyOnWriteArrayList<>();
    private volatile long sweeping;

    @Inject
    Outbox(OutboxStore store, StoredJson json, ReactiveBridge bridge, SharedConfig config, MeterRegistry meters) {
        this.store = store;
        this.json = json;
        this.bridge = bridge;
        this.config = config;
        this.meters = meters;
    }

    /**
     * Writes a fact down for everyone who subscribed to it, inside the caller's transaction. Subscribers are known
     * from the start of the service on; a fact that nobody wants is counted and not written.
     *
     * @param fact a record, or another final class that becomes JSON and back
     */
    public Uni<Void> put(Object fact) {
        return putAll(List.of(fact));
    }

    /** The same for several, which are written with one statement and keep their order. */
    public Uni<Void> putAll(List<?> facts) {
        var letters = new ArrayList<OutboxStore.Letter>();
        var wanted = new LinkedHashSet<OutboxLane>();
        for (var fact : facts) {
            var kind = FactKinds.of(fact.getClass());
            var interested = lanes.stream().filter(lane -> lane.takes(kind)).toList();
            meters.counter("rescueline.outbox.put", "kind", kind, "wanted", Boolean.toString(!interested.isEmpty()))
                    .increment();
            var payload = interested.isEmpty() ? "" : json.write(fact);
            interested.forEach(lane -> letters.add(new OutboxStore.Letter(kind, lane.subscriber(), payload)));
            wanted.addAll(interested);
        }
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.insert(json.write(letters)).chain(() -> AfterCommit.run(() -> wanted.forEach(OutboxLane::wake)));
    }

    /**
     * Subscribes, when the service starts and before it takes requests.
     *
     * @param type a record, a final class, or a sealed type of such
     * @param subscriber a fixed name, unique in the service: facts wait under it across restarts
     * @param handler called in a transaction of its own, in which the fact is also ticked off: what it writes to the
     *     database happens exactly once; what it does elsewhere may happen again
     */
    public <F> void on(Class<F> type, String subscriber, Function<F, Uni<Void>> handler) {
        if (!subscriber.matches("[a-z0-9.:-]+")
                || lanes.stream().anyMatch(lane -> lane.subscriber().equals(subscriber))) {
            throw new IllegalArgumentException("not a subscriber name, or taken: " + subscriber);
        }
        var handlers =
                FactKinds.concrete(type).collect(Collectors.toMap(FactKinds::of, kind -> reading(type, kind, handler)));
        lanes.add(new OutboxLane(subscriber, handlers, store, bridge, config));
    }

    private <F> Function<String, Uni<Void>> reading(Class<F> type, Class<?> kind, Function<F, Uni<Void>> handler) {
        return payload -> handler.apply(type.cast(json.read(payload, kind)));
    }

    /** Facts left from before the start, retries that are due, and what other nodes wrote and did not finish. */
    void start(@Observes StartupEvent started, Vertx vertx) {
        sweeping = vertx.setPeriodic(1, config.outboxSweepInterval().toMillis(), timer -> sweep());
    }

    /** What is under way ends by itself; what is left waits for the next start. */
    void stop(@Observes ShutdownEvent stopping, Vertx vertx) {
        vertx.cancelTimer(sweeping);
    }

    private void sweep() {
        bridge.run("outbox-sweep", config.outboxDeliveryDeadline(), () -> Panache.withSession(store::subscribersDue))
                .thenAccept(this::wake);
    }

    private void wake(Collection<String> subscribers) {
        lanes.stream().filter(lane -> subscribers.contains(lane.subscriber())).forEach(OutboxLane::wake);
    }
}
