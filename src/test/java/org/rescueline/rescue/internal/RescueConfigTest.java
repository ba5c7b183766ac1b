package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.rescue.RescueConfig;
import org.rescueline.testkit.ConfigOf;

class RescueConfigTest {

    @Test
    void hasDefaults() {
        // When
        var config = ConfigOf.defaults(RescueConfig.class);

        // Then
        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(config.approvalBeyondKm()).isEqualTo(200);
        assertThat(config.rankingLimit()).isEqualTo(5);
        assertThat(config.promiseSweep()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.promiseSweepDeadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.promiseSweepBatch()).isEqualTo(100);
    }

    @Test
    void takesWhatAnOperatorWrites() {
        // When
        var config = ConfigOf.with(
                RescueConfig.class,
                Map.of(
                        "rescueline.rescue.zone", "Asia/Urumqi",
                        "rescueline.rescue.approval-beyond-km", "0",
                        "rescueline.rescue.ranking-limit", "8",
                        "rescueline.rescue.promise-sweep", "PT1M",
                        "rescueline.rescue.promise-sweep-deadline", "PT2M",
                        "rescueline.rescue.promise-sweep-batch", "7"));

        // Then
        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
        assertThat(config.approvalBeyondKm()).isZero();
        assertThat(config.rankingLimit()).isEqualTo(8);
        assertThat(config.promiseSweep()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.promiseSweepDeadline()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.promiseSweepBatch()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "zone, Mars/Olympus",
        "approval-beyond-km, -1",
        "ranking-limit, 0",
        "ranking-limit, 51",
        "promise-sweep, soon",
        "promise-sweep-batch, 0",
    })
    void doesNotStartWith(String key, String value) {
        assertThatThrownBy(() -> ConfigOf.with(RescueConfig.class, Map.of("rescueline.rescue." + key, value)))
                .hasMessageContaining(key);
    }
}
