package org.rescueline.callback.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RetryLadderTest {

    private static final Instant NOW = Instant.parse("2026-01-14T02:14:07Z");
    private static final RetryLadder LADDER = new RetryLadder(
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1)), Duration.ofSeconds(30));

    @Test
    void waitsLongerAfterEachAttempt() {
        // When
        var waits = List.of(LADDER.next(1, NOW), LADDER.next(2, NOW), LADDER.next(3, NOW));

        // Then
        assertThat(waits.get(0)).contains(NOW.plus(Duration.ofMinutes(5)));
        assertThat(waits.get(1)).contains(NOW.plus(Duration.ofMinutes(15)));
        assertThat(waits.get(2)).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void givesUpBehindTheLastRung() {
        // When
        var next = LADDER.next(4, NOW);

        // Then
        assertThat(next).isEmpty();
    }

    @Test
    void refusesARungThatWouldDialAtOnceForEver() {
        // When, Then
        assertThatThrownBy(() -> new RetryLadder(List.of(Duration.ZERO), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void givesEveryCustomerExactlyOneAttemptMoreThanThereAreRungs(
            @ForAll @Size(max = 10) List<@IntRange(min = 1, max = 86_400) Integer> seconds) {
        // Given
        var ladder = new RetryLadder(seconds.stream().map(Duration::ofSeconds).toList(), Duration.ZERO);

        // When
        int attempts = 1;
        while (ladder.next(attempts, NOW).isPresent()) {
            attempts++;
        }

        // Then
        assertThat(attempts).isEqualTo(seconds.size() + 1);
    }

    @Property
    void neverTriesAgainBeforeTheAttemptIsOver(
            @ForAll @Size(max = 10) List<@IntRange(min = 1, max = 86_400) Integer> seconds,
            @ForAll @IntRange(max = 20) int spent) {
        // Given
        var ladder = new RetryLadder(seconds.stream().map(Duration::ofSeconds).toList(), Duration.ofSeconds(1));

        // When
        var next = ladder.next(spent, NOW);

        // Then
        next.ifPresent(at -> assertThat(at).isAfter(NOW));
    }
}
