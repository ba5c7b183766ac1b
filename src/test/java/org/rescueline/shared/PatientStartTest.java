package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatientStartTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final AtomicInteger tries = new AtomicInteger();

    static Stream<Throwable> away() {
        return Stream.of(
                Failure.upstream("shared.database-away", Map.of(), null),
                new ConnectException("Connection refused"),
                new VertxException("Timeout waiting for connection"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void triesAgainWhileTheDatabaseIsAway(Throwable away) {
        // When
        PatientStart.of(
                        DEADLINE,
                        () -> tries.incrementAndGet() < 3
                                ? Uni.createFrom().failure(away)
                                : Uni.createFrom().voidItem())
                .await()
                .atMost(DEADLINE);

        // Then
        assertThat(tries).hasValue(3);
    }

    @Test
    void failsAtOnceForWhatTimeDoesNotCure() {
        // Given
        var weak = Failure.invalid("password", "security.password-too-short");

        // When
        assertThatThrownBy(() -> PatientStart.of(DEADLINE, () -> {
                            tries.incrementAndGet();
                            return Uni.createFrom().failure(weak);
                        })
                        .await()
                        .atMost(DEADLINE))
                .isSameAs(weak);

        // Then
        assertThat(tries).hasValue(1);
    }
}
