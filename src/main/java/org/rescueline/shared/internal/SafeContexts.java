package org.rescueline.shared.internal;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Contexts to run work on. Each is a duplicate of its own: what is stored on it, above all the database session,
 * belongs to that piece of work alone, which is why it may be declared safe.
 */
@Singleton
public class SafeContexts {

    private final List<Context> roots;
    private final AtomicInteger turn = new AtomicInteger();

    @Inject
    SafeContexts(Vertx vertx) {
        // One root for each event loop; Vert.x hands its loops out in turn, as these are then used in turn.
        var loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        var internal = (VertxInternal) vertx;
        roots = IntStream.range(0, loops)
                .<Context>mapToObj(loop -> internal.createEventLoopContext())
                .toList();
    }

    /** A context nobody else uses, on the event loop whose turn it is. */
    public Context fresh() {
        var root = roots.get(Math.floorMod(turn.getAndIncrement(), roots.size()));
        var context = VertxContext.createNewDuplicatedContext(root);
        VertxContextSafetyToggle.setContextSafe(context, true);
        return context;
    }
}
