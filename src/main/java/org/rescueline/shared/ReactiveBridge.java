package org.rescueline.shared;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rescueline.shared.internal.CallerContext;
import org.rescueline.shared.internal.SafeContexts;

/**
 * The way home for callbacks of foreign threads: a telephone reader, a socket handler, a timer. Work handed over here
 * runs on an event loop, on a context of its own on which a database session may be opened, and has a deadline.
 *
 * <p>At the deadline the caller gets a failure, but the work is not torn apart: a transaction half cancelled would
 * keep its connection. It goes on to its own end, commit or rollback, which is then counted as late. So work that
 * may be tried again must bear being done twice.
 */
@Singleton
public class ReactiveBridge {

    private static final Logger LOG = Logger.getLogger(ReactiveBridge.class);

    private final Vertx vertx;
    private final SafeContexts contexts;
    private final MeterRegistry meters;

    @Inject
    ReactiveBridge(Vertx vertx, SafeContexts contexts, MeterRegistry meters) {
        this.vertx = vertx;
        this.contexts = contexts;
        this.meters = meters;
    }

    /**
     * Runs the work at once, whoever calls.
     *
     * @param name of the work, as its failures are counted and logged; a fixed word, no ids
     * @param deadline how long the caller waits before it gets a {@link FailureKind#UPSTREAM} failure
     * @param work makes the work; called on the event loop, so it must not block
     * @return done on the event loop of the work, not on the caller's thread
     */
    public <T> CompletionStage<T> run(String name, Duration deadline, Supplier<Uni<T>> work) {
        return start(name, deadline, work);
    }

    /**
     * The same for a caller that is reactive itself: the work starts on subscription, and its outcome comes back on
     * the context the subscriber was on, so that a session open there can be used further.
     */
    public <T> Uni<T> uni(String name, Duration deadline, Supplier<Uni<T>> work) {
        return CallerContext.returning(() -> Uni.createFrom().completionStage(() -> start(name, deadline, work)));
    }

    private <T> CompletableFuture<T> start(String name, Duration deadline, Supplier<Uni<T>> work) {
        var outcome = new CompletableFuture<T>();
        var timer = vertx.setTimer(Math.max(1, deadline.toMillis()), id -> passDeadline(name, deadline, outcome));
        Context context = contexts.fresh();
        context.runOnContext(ignored -> subscribe(name, work, outcome, timer));
        return outcome;
    }

    private <T> void subscribe(String name, Supplier<Uni<T>> work, CompletableFuture<T> outcome, long timer) {
        Uni.createFrom()
                .<T>deferred(work::get)
                .subscribe()
                .with(
                        item -> finish(name, outcome.complete(item) ? "done" : "late", timer),
                        failure -> fail(name, failure, outcome, timer));
    }

    private void finish(String name, String result, long timer) {
        vertx.cancelTimer(timer);
        count(name, result);
    }

    private <T> void fail(String name, Throwable thrown, CompletableFuture<T> outcome, long timer) {
        finish(name, "failed", timer);
        log(name, thrown);
        outcome.completeExceptionally(thrown);
    }

    private <T> void passDeadline(String name, Duration deadline, CompletableFuture<T> outcome) {
        var passed =
                Failure.upstream("shared.deadline-passed", Map.of("name", name, "millis", deadline.toMillis()), null);
        if (outcome.completeExceptionally(passed)) {
            count(name, "deadline-passed");
            LOG.warnf("%s was not done within %d ms", name, deadline.toMillis());
        }
    }

    private void count(String name, String result) {
        meters.counter("rescueline.bridge", "name", name, "result", result).increment();
    }

    private static void log(String name, Throwable thrown) {
        var failure = Failures.of(thrown);
        if (failure.kind() == FailureKind.BUG) {
            LOG.errorf(thrown, "%s failed", name);
        } else {
            LOG.warnf("%s failed: %s %s", name, failure.getMessage(), failure.arguments());
        }
    }
}
