package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.internal.SafeContexts;

@QuarkusTest
class ReactiveBridgeTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    ReactiveBridge bridge;

    @Inject
    SafeContexts contexts;

    @Inject
    MeterRegistry meters;

    @Test
    void opensATransactionForAPlainThread() throws Exception {
        // Given
        var answer = new CompletableFuture<Integer>();
        var foreign = new Thread(() -> bridge.run("test-plain-thread", LONG, () -> Panache.withTransaction(this::one))
                .whenComplete((item, failure) -> complete(answer, item, failure)));

        // When
        foreign.start();

        // Then
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        await().untilAsserted(
                        () -> assertThat(count("test-plain-thread", "done")).isEqualTo(1));
    }

    @Test
    void givesEachPieceOfWorkAContextOfItsOwn() {
        // Given
        Set<Context> seen = ConcurrentHashMap.newKeySet();
        Set<String> threads = ConcurrentHashMap.newKeySet();

        // When
        var all = IntStream.range(0, 50)
                .mapToObj(turn -> bridge.run("test-own-context", LONG, () -> {
                            seen.add(Vertx.currentContext());
                            threads.add(Thread.currentThread().getName());
                            return Panache.withTransaction(this::one);
                        })
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        // Then
        assertThat(seen).hasSize(50);
        assertThat(threads).allMatch(name -> name.startsWith("vert.x-eventloop"));
    }

    @Test
    void bringsTheOutcomeBackToTheCallersContextSoThatItsSessionLivesOn() throws Exception {
        // Given
        var home = contexts.fresh();
        var answer = new CompletableFuture<Integer>();

        // When: a transaction asks the bridge for something in its middle
        home.runOnContext(ignored -> Panache.withTransaction(() -> one().chain(first -> bridge.uni(
                                "test-nested", LONG, () -> Panache.withTransaction(this::one))
                        .invoke(() -> assertThat(Vertx.currentContext()).isSameAs(home))
                        .chain(second -> one().map(third -> first + second + third))))
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));

        // Then
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void tellsTheCallerWhenTheDeadlinePassesAndLetsTheWorkEnd() {
        // Given
        var work = new CompletableFuture<String>();
        var told = new AtomicReference<Throwable>();

        // When
        bridge.run("test-slow", Duration.ofMillis(50), () -> Uni.createFrom().completionStage(work))
                .whenComplete((item, failure) -> told.set(failure));

        // Then
        await().untilAsserted(() -> assertThat(told.get()).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.UPSTREAM);
            assertThat(failure.arguments()).containsEntry("name", "test-slow");
        }));
        assertThat(work.isCancelled()).isFalse();
        work.complete("late");
        await().untilAsserted(() -> assertThat(count("test-slow", "late")).isEqualTo(1));
    }

    @Test
    void countsFailuresByName() {
        // Given
        var told = new AtomicReference<Throwable>();

        // When
        bridge.<Void>run("test-failing", LONG, () -> {
                    throw new IllegalStateException("thrown before there was a Uni");
                })
                .whenComplete((item, failure) -> told.set(failure));

        // Then
        await().untilAsserted(() -> assertThat(told.get()).hasMessage("thrown before there was a Uni"));
        assertThat(count("test-failing", "failed")).isEqualTo(1);
    }

    private Uni<Integer> one() {
        return Panache.getSession().chain(session -> session.createNativeQuery("select 1", Integer.class)
                .getSingleResult());
    }

    private double count(String name, String result) {
        return meters.counter("rescueline.bridge", "name", name, "result", result)
                .count();
    }

    private static <T> void complete(CompletableFuture<T> answer, T item, Throwable failure) {
        if (failure == null) {
            answer.complete(item);
        } else {
            answer.completeExceptionally(failure);
        }
    }
}
