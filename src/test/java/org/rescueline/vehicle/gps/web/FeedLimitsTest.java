package org.rescueline.vehicle.gps.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.gps.TestGpsConfig;

class FeedLimitsTest {
    private static final Instant NOW = Instant.parse("2026-01-14T02:14:10Z");

    private final FeedLimits limits = new FeedLimits(
            TestGpsConfig.with(Map.of("rescueline.gps.max-feed-positions-per-second", "10")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void refusesAFeedThatHasUsedUpTenSecondsWorthAndNoOther() {
        // Given
        limits.take("one", 100);

        // When
        var again = assertThatThrownBy(() -> limits.take("one", 1));

        // Then
        again.isInstanceOf(Failure.class).hasMessageContaining("vehicle.feed-too-fast");
        assertThatCode(() -> limits.take("another", 1)).doesNotThrowAnyException();
    }

    @Test
    void takesARequestLargerThanTheAllowanceAndLetsTheNextWait() {
        // Given
        limits.take("one", 5000);

        // When
        var next = assertThatThrownBy(() -> limits.take("one", 1));

        // Then
        next.isInstanceOf(Failure.class);
    }
}
