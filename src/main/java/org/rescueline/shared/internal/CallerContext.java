package org.rescueline.shared.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Brings outcomes of foreign threads back to whoever asked. */
public final class CallerContext {

    private CallerContext() {}

    /**
     * Emits on the Vert.x context on which it was subscribed, since a session open there may be used from its own
     * event loop alone; a subscriber without a context gets the outcome where it happens.
     */
    public static <T> Uni<T> returning(Supplier<Uni<T>> foreign) {
        return Uni.createFrom().deferred(() -> {
            var home = Vertx.currentContext();
            var work = foreign.get();
            return home == null ? work : work.emitOn(task -> home.runOnContext(ignored -> task.run()));
        });
    }
}
