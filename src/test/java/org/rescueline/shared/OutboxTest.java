package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    ReactiveBridge bridge;

    record ParcelSent(UUID id, Instant at, Duration weightedBy, List<String> stops) {}

    record ParcelLost(int order) {}

    record ParcelFound(int order) {}

    record ParcelTorn(int order) {}

    sealed interface Payment permits PaidInCash, PaidByCard {}

    record PaidInCash(int amount) implements Payment {}

    record PaidByCard(String card) implements Payment {}

    record NobodyCares(int order) {}

    interface OpenKind {}

    @Test
    void deliversAFactAfterTheCommitExactlyAsItWasWritten() throws Exception {
        // Given
        var seen = new CopyOnWriteArrayList<ParcelSent>();
        outbox.on(ParcelSent.class, "test-as-written", fact -> note(seen, fact));
        var fact = new ParcelSent(
                Ids.next(), Instant.parse("2026-01-14T02:14:07.123Z"), Duration.ofMillis(1500), List.of("西安", "宝鸡"));

        // When
        inTransaction(() -> outbox.put(fact));

        // Then
        await().untilAsserted(() -> assertThat(seen).containsExactly(fact));
    }

    @Test
    void forgetsAFactWhoseTransactionRolledBack() throws Exception {
        // Given
        var seen = new CopyOnWriteArrayList<ParcelLost>();
        outbox.on(ParcelLost.class, "test-rollback", fact -> note(seen, fact));

        // When
        assertThatThrownBy(() -> inTransaction(() -> outbox.put(new ParcelLost(1))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind")))))
                .hasRootCauseMessage("changed my mind");
        inTransaction(() -> outbox.put(new ParcelLost(2)));

        // Then
        await().untilAsserted(() -> assertThat(seen).containsExactly(new ParcelLost(2)));
    }

    @Test
    void triesAFailedFactAgainAndLetsThoseBehindItGoAhead() throws Exception {
        // Given
        var attempts = new AtomicInteger();
        var seen = new CopyOnWriteArrayList<ParcelFound>();
        outbox.on(ParcelFound.class, "test-retry", fact -> {
            if (fact.order() == 1 && attempts.incrementAndGet() <= 2) {
                throw new IllegalStateException("not yet");
            }
            return note(seen, fact);
        });

        // When
        inTransaction(() -> outbox.put(new ParcelFound(1)).chain(() -> outbox.put(new ParcelFound(2))));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen).containsExactly(new ParcelFound(2), new ParcelFound(1)));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void ticksOffInTheHandlersOwnTransactionSoThatItsWritesHappenOnce() throws Exception {
        // Given
        var attempts = new AtomicInteger();
        inTransaction(() -> sql("create table if not exists torn_parcel (ordinal integer)"));
        outbox.on(ParcelTorn.class, "test-once", fact -> sql("insert into torn_parcel values (" + fact.order() + ")")
                .invoke(() -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("torn after the write");
                    }
                })
                .replaceWithVoid());

        // When
        inTransaction(() -> outbox.put(new ParcelTorn(7)));

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(waiting("test-once")).isZero());
        assertThat(attempts).hasValue(2);
        assertThat(number("select count(*) from torn_parcel where ordinal = 7")).isEqualTo(1);
    }

    @Test
    void deliversAllKindsOfASealedTypeInTheOrderTheyWereWritten() throws Exception {
        // Given
        var seen = new CopyOnWriteArrayList<Payment>();
        outbox.on(Payment.class, "test-sealed", fact -> note(seen, fact));

        // When
        for (var order = 0; order < 20; order++) {
            var fact = order % 2 == 0 ? new PaidInCash(order) : new PaidByCard("card-" + order);
            inTransaction(() -> outbox.put(fact));
        }

        // Then
        var expected = IntStream.range(0, 20)
                .<Payment>mapToObj(order -> order % 2 == 0 ? new PaidInCash(order) : new PaidByCard("card-" + order))
                .toList();
        await().untilAsserted(() -> assertThat(seen).containsExactlyElementsOf(expected));
    }

    @Test
    void findsWhatAnEarlierRunLeftBehind() throws Exception {
        // Given: a row as a process wrote it that died right after its commit
        record LetterKept(int order) {}
        var seen = new CopyOnWriteArrayList<LetterKept>();
        outbox.on(LetterKept.class, "test-left-behind", fact -> note(seen, fact));

        // When
        inTransaction(() -> sql("""
                insert into outbox (kind, subscriber, payload, created_at, next_attempt_at)
                values ('shared.letter-kept', 'test-left-behind', '{"order": 3, "since": "gone"}', now(), now())
                """));

        // Then
        await().untilAsserted(() -> assertThat(seen).containsExactly(new LetterKept(3)));
    }

    @Test
    void writesNothingForFactsThatNobodyWants() throws Exception {
        // When
        inTransaction(() -> outbox.put(new NobodyCares(1)));

        // Then
        assertThat(number("select count(*) from outbox where kind = 'shared.nobody-cares'"))
                .isZero();
    }

    @Test
    void refusesASubscriptionItCouldNotReadBackAndANameThatIsTaken() {
        outbox.on(NobodyCares.class, "test-taken-" + Ids.next(), fact -> note(new CopyOnWriteArrayList<>(), fact));

        assertThatThrownBy(() -> outbox.on(
                        OpenKind.class, "test-open", fact -> Uni.createFrom().voidItem()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sealed");
        assertThatThrownBy(() -> outbox.on(
                        NobodyCares.class, "bad name", fact -> Uni.createFrom().voidItem()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private <T> T inTransaction(Supplier<Uni<T>> work) throws Exception {
        return bridge.run("test-outbox", Duration.ofSeconds(20), () -> Panache.withTransaction(work))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private long waiting(String subscriber) throws Exception {
        return number("select count(*) from outbox where done_at is null and subscriber = '" + subscriber + "'");
    }

    private long number(String query) throws Exception {
        return inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Long.class).getSingleResult()));
    }

    private static Uni<Integer> sql(String statement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement).executeUpdate());
    }

    private static <F> Uni<Void> note(List<? super F> seen, F fact) {
        seen.add(fact);
        return Uni.createFrom().voidItem();
    }
}
