package org.rescueline.spotcheck.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.spotcheck.SpotCheckConfig;
import org.rescueline.testkit.ConfigOf;

class SpotCheckConfigTest {

    @Test
    void takesThreeRingsForTheNorm() {
        // When
        var config = ConfigOf.defaults(SpotCheckConfig.class);

        // Then
        assertThat(config.answerWithin()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.ringTimeout()).isGreaterThan(config.answerWithin());
        HearsNews.requireSafe(config);
    }

    @Test
    void readsEveryKey() {
        // When
        var config = ConfigOf.with(
                SpotCheckConfig.class,
                Map.of(
                        "rescueline.spotcheck.answer-within", "12S",
                        "rescueline.spotcheck.ring-timeout", "35S",
                        "rescueline.spotcheck.caller-id", "8008409818",
                        "rescueline.spotcheck.order-within", "3S",
                        "rescueline.spotcheck.switch-timeout", "4S",
                        "rescueline.spotcheck.sweep-after", "8S",
                        "rescueline.spotcheck.sweep-every", "2S",
                        "rescueline.spotcheck.sweep-batch", "7"));

        // Then
        assertThat(config.answerWithin()).isEqualTo(Duration.ofSeconds(12));
        assertThat(config.ringTimeout()).isEqualTo(Duration.ofSeconds(35));
        assertThat(config.callerId()).isEqualTo("8008409818");
        assertThat(config.orderWithin()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.switchTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.sweepAfter()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.sweepEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.sweepBatch()).isEqualTo(7);
    }

    @Test
    void refusesToSweepOrdersThatMayStillBeOnTheirWay() {
        // Given
        var config = ConfigOf.with(SpotCheckConfig.class, Map.of("rescueline.spotcheck.sweep-after", "13S"));

        // When, Then
        assertThatThrownBy(() -> HearsNews.requireSafe(config)).hasMessageContaining("sweep-after");
    }
}
