package org.rescueline.shared.redis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection opened at its first use. Once open it reconnects by itself and stays this one; an attempt that fails
 * is repeated by the next use, though not more often than the retry interval.
 */
public final class LazyConnection<C> {

    private final Supplier<CompletionStage<C>> opening;
    private final long retryNanos;
    private @Nullable CompletableFuture<C> current;
    private long startedNanos;

    LazyConnection(Supplier<CompletionStage<C>> opening, Duration retryInterval) {
        this.opening = opening;
        this.retryNanos = retryInterval.toNanos();
    }

    /** The connection; fails when it cannot be opened. */
    public synchronized CompletionStage<C> get() {
        var known = current;
        if (known != null && !mayRetry(known)) {
            return known;
        }
        startedNanos = System.nanoTime();
        var opened = open();
        current = opened;
        return opened;
    }

    private boolean mayRetry(CompletableFuture<C> known) {
        return known.isCompletedExceptionally() && System.nanoTime() - startedNanos >= retryNanos;
    }

    private CompletableFuture<C> open() {
        try {
            return opening.get().toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
