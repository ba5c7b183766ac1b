package org.rescueline.shared.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The queue of one subscriber: one fact under way at a time. It has no bound, as news is never dropped; its length is measured. */
public final class FactLane<F> {

    private final Class<F> type;
    private final Function<F, CompletionStage<Void>> handler;
    private final Deque<F> waiting = new ArrayDeque<>();
    private boolean busy;

    /** A lane for facts of a type. */
    public FactLane(
            Class<F> type, Function<F, CompletionStage<Void>> handler, MeterRegistry meters, String subscriber) {
        this.type = type;
        this.handler = handler;
        Gauge.builder("rescueline.facts.waiting", this, FactLane::length)
                .tag("subscriber", subscriber)
                .strongReference(true)
                .register(meters);
    }

    /** Queues the fact if it is one for this lane. */
    public void offer(Object fact) {
        if (!type.isInstance(fact)) {
            return;
        }
        synchronized (this) {
            waiting.add(type.cast(fact));
            if (busy) {
                return;
            }
            busy = true;
        }
        next();
    }

    private void next() {
        var fact = poll();
        if (fact != null) {
            handler.apply(fact).whenComplete((done, failed) -> next());
        }
    }

    private synchronized @Nullable F poll() {
        var fact = waiting.poll();
        busy = fact != null;
        return fact;
    }

    private synchronized int length() {
        return waiting.size();
    }
}
