package org.rescueline.testkit;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.rescueline.shared.Outbox;
import org.rescueline.shared.ReactiveBridge;

/** Runs reactive work of a {@code @QuarkusTest} where a session may be opened, and waits for it. */
public final class Reactively {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Reactively() {}

    /** The outcome of the work; its failure is thrown as it is. */
    public static <T> T get(Supplier<Uni<T>> work) {
        try {
            return bridge().run("test", TIMEOUT, work).toCompletableFuture().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException | TimeoutException late) {
            throw new IllegalStateException("The work of the test did not come to an end", late);
        }
    }

    /** The same in a transaction. */
    public static <T> T inTransaction(Supplier<Uni<T>> work) {
        return get(() -> Panache.withTransaction(work));
    }

    /** Puts a fact into the outbox, as the room that tells it does. */
    public static void tell(Object fact) {
        inTransaction(() -> Arc.container().instance(Outbox.class).get().put(fact));
    }

    private static ReactiveBridge bridge() {
        return Arc.container().instance(ReactiveBridge.class).get();
    }
}
