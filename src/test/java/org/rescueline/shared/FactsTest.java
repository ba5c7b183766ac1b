package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactsTest {

    sealed interface Weather permits RainFell, SunShone {}

    record RainFell(int order) implements Weather {}

    record SunShone(int order) implements Weather {}

    record DoorOpened(int order) {}

    @Inject
    Facts facts;

    @Inject
    MeterRegistry meters;

    @Test
    void givesASubscriberItsFactsOneByOneInTheOrderOfPublishing() {
        // Given
        var seen = new CopyOnWriteArrayList<Integer>();
        facts.on(RainFell.class, "test-in-order", fact -> Uni.createFrom()
                .voidItem()
                // Later ones wait for less: without a queue they would overtake.
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(1 + ThreadLocalRandom.current().nextInt(3)))
                .invoke(() -> seen.add(fact.order())));

        // When
        IntStream.range(0, 100).forEach(order -> facts.publish(new RainFell(order)));

        // Then
        await().untilAsserted(() -> assertThat(seen).hasSize(100));
        assertThat(seen).isSorted();
    }

    @Test
    void tellsThoseWhoAskedForAnInterfaceAboutAllOfItsKinds() {
        // Given
        List<Weather> seen = new CopyOnWriteArrayList<>();
        facts.on(Weather.class, "test-interface", fact -> note(seen, fact));

        // When
        facts.publish(new SunShone(1));
        facts.publish(new DoorOpened(2));
        facts.publish(new RainFell(-3));

        // Then
        await().untilAsserted(() -> assertThat(seen).contains(new SunShone(1), new RainFell(-3)));
    }

    @Test
    void goesOnAfterAHandlerFailsAndLeavesTheOthersAlone() {
        // Given
        List<DoorOpened> brave = new CopyOnWriteArrayList<>();
        List<DoorOpened> other = new CopyOnWriteArrayList<>();
        facts.on(DoorOpened.class, "test-failing-handler", fact -> {
            if (fact.order() == 10) {
                throw new IllegalStateException("cannot bear the tenth");
            }
            return note(brave, fact);
        });
        facts.on(DoorOpened.class, "test-other-handler", fact -> note(other, fact));

        // When
        IntStream.of(10, 11).forEach(order -> facts.publish(new DoorOpened(order)));

        // Then
        await().untilAsserted(() -> assertThat(brave).contains(new DoorOpened(11)));
        await().untilAsserted(() -> assertThat(other).contains(new DoorOpened(10), new DoorOpened(11)));
        assertThat(meters.counter("rescueline.bridge", "name", "fact:test-failing-handler", "result", "failed")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void letsAHandlerOpenATransaction() {
        // Given
        record LetterCame(int number) {}
        var answers = new CopyOnWriteArrayList<Integer>();
        facts.on(LetterCame.class, "test-transaction", fact -> Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery("select 1", Integer.class)
                                .getSingleResult()))
                .invoke(answers::add)
                .replaceWithVoid());

        // When
        facts.publish(new LetterCame(1));

        // Then
        await().untilAsserted(() -> assertThat(answers).containsExactly(1));
    }

    private static <F> Uni<Void> note(List<? super F> seen, F fact) {
        seen.add(fact);
        return Uni.createFrom().voidItem();
    }
}
