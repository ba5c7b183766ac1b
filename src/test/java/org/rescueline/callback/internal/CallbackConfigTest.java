package org.rescueline.callback.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.callback.CallbackConfig;
import org.rescueline.testkit.ConfigOf;

class CallbackConfigTest {

    @Test
    void givesACustomerFourAttemptsAndHalfAnHourByDefault() {
        // When
        var config = ConfigOf.defaults(CallbackConfig.class);

        // Then
        assertThat(config.retryLadder())
                .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
        assertThat(config.abandonedDeadline()).isEqualTo(Duration.ofMinutes(30));
        HearsNews.requireSafe(config);
    }

    @Test
    void readsEveryKey() {
        // When
        var config = ConfigOf.with(
                CallbackConfig.class,
                Map.ofEntries(
                        Map.entry("rescueline.callback.first-due-after", "1M"),
                        Map.entry("rescueline.callback.abandoned-deadline", "20M"),
                        Map.entry("rescueline.callback.promise-deadline", "10M"),
                        Map.entry("rescueline.callback.retry-ladder", "2M,4M"),
                        Map.entry("rescueline.callback.own-fault-retry", "10S"),
                        Map.entry("rescueline.callback.ring-timeout", "30S"),
                        Map.entry("rescueline.callback.caller-id", "8008409818"),
                        Map.entry("rescueline.callback.order-within", "3S"),
                        Map.entry("rescueline.callback.switch-timeout", "4S"),
                        Map.entry("rescueline.callback.sweep-after", "8S"),
                        Map.entry("rescueline.callback.sweep-every", "2S"),
                        Map.entry("rescueline.callback.sweep-batch", "7"),
                        Map.entry("rescueline.callback.reached-retention", "2D")));

        // Then
        assertThat(config.firstDueAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.abandonedDeadline()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.promiseDeadline()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.retryLadder()).containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(config.ownFaultRetry()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.ringTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.callerId()).isEqualTo("8008409818");
        assertThat(config.orderWithin()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.switchTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.sweepAfter()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.sweepEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.sweepBatch()).isEqualTo(7);
        assertThat(config.reachedRetention()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void refusesToSweepOrdersThatMayStillBeOnTheirWay() {
        // Given
        var config = ConfigOf.with(CallbackConfig.class, Map.of("rescueline.callback.sweep-after", "13S"));

        // When, Then
        assertThatThrownBy(() -> HearsNews.requireSafe(config)).hasMessageContaining("sweep-after");
    }

    @Test
    void refusesALadderThatWouldDialAtOnceForEver() {
        // Given
        var config = ConfigOf.with(CallbackConfig.class, Map.of("rescueline.callback.retry-ladder", "5M,0S"));

        // When, Then
        assertThatThrownBy(() -> HearsNews.requireSafe(config)).hasMessageContaining("retry ladder");
    }
}
