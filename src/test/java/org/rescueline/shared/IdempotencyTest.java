package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class IdempotencyTest {

    private static final String ENDPOINT = "POST /test-only/orders";

    record Order(String what, int howMany) {}

    record Receipt(int number, String note) {}

    @Inject
    Idempotency idempotency;

    @Inject
    ReactiveBridge bridge;

    private final AtomicInteger done = new AtomicInteger();
    private final String key = Ids.next().toString();

    @Test
    void givesTheFirstAnswerToARepeatedRequest() throws Exception {
        // Given
        var first = order(key, "actor", new Order("tyre", 2));

        // When
        var second = order(key, "actor", new Order("tyre", 2));

        // Then
        assertThat(second).isEqualTo(first).isEqualTo(new Receipt(1, "已登记"));
        assertThat(done).hasValue(1);
    }

    @Test
    void keepsTheKeysOfActorsApart() throws Exception {
        // When
        order(key, "one", new Order("tyre", 2));
        order(key, "other", new Order("tyre", 2));

        // Then
        assertThat(done).hasValue(2);
    }

    @Test
    void doesTheWorkEachTimeWithoutAKey() throws Exception {
        // When
        order(null, "actor", new Order("tyre", 2));
        order(null, "actor", new Order("tyre", 2));

        // Then
        assertThat(done).hasValue(2);
    }

    @Test
    void refusesAKeyThatStandsForAnotherRequest() throws Exception {
        // Given
        order(key, "actor", new Order("tyre", 2));

        // Then
        assertThatThrownBy(() -> order(key, "actor", new Order("tyre", 3)))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
                    assertThat(failure.code()).isEqualTo("shared.idempotency-key-reused");
                });
        assertThatThrownBy(() -> once(key, "actor", "POST /elsewhere", new Order("tyre", 2), this::receipt))
                .isInstanceOf(Failure.class);
        assertThat(done).hasValue(1);
    }

    @Test
    void freesTheKeyWhenTheWorkFails() throws Exception {
        // Given
        assertThatThrownBy(() -> once(key, "actor", ENDPOINT, Map.of(), () -> Uni.createFrom()
                        .failure(Failure.conflict("shared.http-400"))))
                .isInstanceOf(Failure.class);

        // When
        once(key, "actor", ENDPOINT, Map.of(), this::receipt);

        // Then
        assertThat(done).hasValue(1);
    }

    @Test
    void letsDuplicatesSentAtOnceWaitForTheFirst() throws Exception {
        // Given
        Supplier<Uni<Receipt>> slowly = () -> Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(200))
                .chain(this::receipt);

        // When
        var answers = IntStream.range(0, 8)
                .mapToObj(turn -> start(key, "actor", ENDPOINT, new Order("tyre", 2), slowly))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(new Receipt(1, "已登记")));
        assertThat(done).hasValue(1);
    }

    static Stream<String> badKeys() {
        return Stream.of("", " ", "with space", "换行", "a\nb", "x".repeat(201));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void refusesAKeyThatIsNone(String bad) {
        assertThatThrownBy(() -> order(bad, "actor", new Order("tyre", 2)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.INVALID));
        assertThat(done).hasValue(0);
    }

    private Uni<Receipt> receipt() {
        return Uni.createFrom().item(() -> new Receipt(done.incrementAndGet(), "已登记"));
    }

    private Receipt order(String key, String actor, Order order) throws Exception {
        return once(key, actor, ENDPOINT, order, this::receipt);
    }

    private Receipt once(String key, String actor, String endpoint, Object request, Supplier<Uni<Receipt>> work)
            throws Exception {
        try {
            return start(key, actor, endpoint, request, work).get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private CompletableFuture<Receipt> start(
            String key, String actor, String endpoint, Object request, Supplier<Uni<Receipt>> work) {
        return bridge.run(
                        "test-idempotency",
                        Duration.ofSeconds(20),
                        () -> idempotency.once(key, actor, endpoint, request, Receipt.class, work))
                .toCompletableFuture();
    }
}
