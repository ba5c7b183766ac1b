package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientStartTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAgainWhileTheDatabaseIsAway() {
        // Given
        var away = Failure.upstream("shared.database-away", Map.of(), null);

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
