package org.rescueline.shared.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.shared.SharedConfig;

/**
 * Delivers one subscriber's facts, oldest first, one transaction each: claim, handle, tick off. A fact that fails is
 * put back for later and those behind it go ahead, for one bad fact must not stop a centre.
 */
public final class OutboxLane {

    /** Doubling beyond this would overflow before it met the longest wait. */
    private static final int MOST_DOUBLINGS = 20;

    private final String subscriber;
    private final Map<String, Function<String, Uni<Void>>> handlers;
    private final OutboxStore store;
    private final ReactiveBridge bridge;
    private final SharedConfig config;
    private boolean busy;
    private boolean wokenAgain;

    /**
     * A lane.
     *
     * @param handlers for each kind what reads the payload and handles it
     */
    public OutboxLane(
            String subscriber,
            Map<String, Function<String, Uni<Void>>> handlers,
            OutboxStore store,
            ReactiveBridge bridge,
            SharedConfig config) {
        this.subscriber = subscriber;
        this.handlers = Map.copyOf(handlers);
        this.store = store;
        this.bridge = bridge;
        this.config = config;
    }

    /** The name of the subscriber. */
    public String subscriber() {
        return subscriber;
    }

    /** Whether facts of that kind are for this lane. */
    public boolean takes(String kind) {
        return handlers.containsKey(kind);
    }

    /** Looks for facts until there are none; when it is looking already, it looks once more at the end. */
    public void wake() {
        synchronized (this) {
            wokenAgain = busy;
            if (busy) {
                return;
            }
            busy = true;
        }
        next();
    }

    private void next() {
        var claimed = new AtomicReference<OutboxStore.@Nullable Row>();
        bridge.run("outbox:" + subscriber, config.outboxDeliveryDeadline(), () -> deliverOne(claimed))
                .whenComplete((found, failure) -> goOn(failure == null && found, claimed.get(), failure));
    }

    private Uni<Boolean> deliverOne(AtomicReference<OutboxStore.@Nullable Row> claimed) {
        return Panache.withTransaction(() -> store.claim(subscriber)
                .invoke(row -> claimed.set(row.orElse(null)))
                .chain(row -> row.isEmpty()
                        ? Uni.createFrom().item(false)
                        : handle(row.get())
                                .chain(() -> store.finish(row.get().id()))
                                .replaceWith(true)));
    }

    private Uni<Void> handle(OutboxStore.Row row) {
        var handler = handlers.get(row.kind());
        return handler == null
                ? Uni.createFrom().failure(new IllegalStateException(subscriber + " no longer takes " + row.kind()))
                : handler.apply(row.payload());
    }

    private void goOn(boolean found, OutboxStore.@Nullable Row row, @Nullable Throwable failure) {
        if (failure != null && row != null) {
            bridge.run(
                            "outbox-postpone",
                            config.outboxDeliveryDeadline(),
                            () -> Panache.withTransaction(
                                    () -> store.postpone(row.id(), wait(row.attempts()), failure.toString())))
                    // When even that fails the database is away: the sweep will find the row.
                    .whenComplete((done, away) -> continueIf(away == null));
            return;
        }
        continueIf(found);
    }

    private void continueIf(boolean more) {
        if (more || wasWokenAgain()) {
            next();
        }
    }

    private synchronized boolean wasWokenAgain() {
        busy = wokenAgain;
        wokenAgain = false;
        return busy;
    }

    private Duration wait(int failedBefore) {
        var wait = config.outboxFirstRetry().multipliedBy(1L << Math.min(failedBefore, MOST_DOUBLINGS));
        return wait.compareTo(config.outboxLongestRetry()) > 0 ? config.outboxLongestRetry() : wait;
    }
}
