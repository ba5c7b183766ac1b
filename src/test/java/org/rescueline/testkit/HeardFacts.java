package org.rescueline.testkit;

import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.rescueline.shared.Facts;

/** Collects the facts of one type that are published from now on. */
public final class HeardFacts<F> {

    private static final AtomicInteger SUBSCRIBERS = new AtomicInteger();

    private final List<F> heard = new CopyOnWriteArrayList<>();

    private HeardFacts() {}

    /** Listens from now on. */
    public static <F> HeardFacts<F> of(Class<F> type) {
        var facts = new HeardFacts<F>();
        Arc.container().instance(Facts.class).get().on(type, "test." + SUBSCRIBERS.incrementAndGet(), fact -> {
            facts.heard.add(fact);
            return Uni.createFrom().voidItem();
        });
        return facts;
    }

    /** What was heard and fulfils the condition, in order. */
    public List<F> that(Predicate<F> condition) {
        return heard.stream().filter(condition).toList();
    }
}
