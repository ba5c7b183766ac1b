package org.rescueline.shared;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.rescueline.shared.internal.FactLane;

/**
 * In-process news in the past tense: how a lower room tells the rooms above what happened, without knowing them.
 * Facts are lost when the process dies; where that would lose work, use the {@link Outbox}.
 *
 * <p>Publish after the commit ({@link AfterCommit}), or a reader may look for what is not there yet.
 */
@Singleton
public class Facts {

    /** After this a subscriber is given its next fact even though it has not finished with the one before. */
    private static final Duration HANDLER_DEADLINE = Duration.ofSeconds(30);

    private final ReactiveBridge bridge;
    private final MeterRegistry meters;
    private final List<FactLane<?>> lanes = new CopyOnWriteArrayList<>();

    @Inject
    Facts(ReactiveBridge bridge, MeterRegistry meters) {
        this.bridge = bridge;
        this.meters = meters;
    }

    /**
     * Subscribes to facts of a type and everything below it.
     *
     * <p>A subscriber gets its facts one after another, in the order they were published, each on a safe context of
     * its own. A handler that fails is counted and logged, and the next fact comes all the same.
     *
     * @param subscriber a fixed name, as it is counted and logged
     */
    public <F> void on(Class<F> type, String subscriber, Function<F, Uni<Void>> handler) {
        lanes.add(new FactLane<>(
                type,
                fact -> bridge.run("fact:" + subscriber, HANDLER_DEADLINE, () -> handler.apply(fact)),
                meters,
                subscriber));
    }

    /** Tells everyone who wants to know. Returns at once and never fails; may be called from any thread. */
    public void publish(Object fact) {
        lanes.forEach(lane -> lane.offer(fact));
    }
}
