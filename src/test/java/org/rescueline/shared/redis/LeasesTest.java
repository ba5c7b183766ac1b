package org.rescueline.shared.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Ids;

@QuarkusTest
class LeasesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Inject
    Leases leases;

    private final String name = "test:" + Ids.next();

    @Test
    void oneHolderHasALeaseAndMayProlongIt() {
        // Given
        var first = get(leases.take(name, "one", LONG));

        // When
        var other = get(leases.take(name, "other", LONG));
        var again = get(leases.take(name, "one", LONG));

        // Then
        assertThat(first).isTrue();
        assertThat(other).isFalse();
        assertThat(again).isTrue();
    }

    @Test
    void aLeaseThatNobodyProlongsGoesToWhoeverAsks() {
        // Given
        get(leases.take(name, "one", SHORT));

        // When
        await().atMost(TIMEOUT).until(() -> get(leases.take(name, "other", LONG)));

        // Then
        assertThat(get(leases.take(name, "one", LONG))).isFalse();
    }

    @Test
    void onlyTheHolderGivesALeaseBack() {
        // Given
        get(leases.take(name, "one", LONG));
        leases.release(name, "other").await().atMost(TIMEOUT);
        var whileHeld = get(leases.take(name, "other", LONG));

        // When
        leases.release(name, "one").await().atMost(TIMEOUT);

        // Then
        assertThat(whileHeld).isFalse();
        assertThat(get(leases.take(name, "other", LONG))).isTrue();
    }

    private static boolean get(Uni<Boolean> taken) {
        return taken.await().atMost(TIMEOUT);
    }
}
