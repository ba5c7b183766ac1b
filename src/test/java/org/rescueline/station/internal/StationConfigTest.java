package org.rescueline.station.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.station.StationConfig;
import org.rescueline.testkit.ConfigOf;

class StationConfigTest {

    @Test
    void hasDefaults() {
        // When
        var config = ConfigOf.defaults(StationConfig.class);

        // Then
        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(config.opensAt()).isEqualTo(LocalTime.of(8, 0));
        assertThat(config.closesAt()).isEqualTo(LocalTime.of(20, 0));
        assertThat(config.excludedLimit()).isEqualTo(8);
        assertThat(config.registerRefresh()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.registerLoadDeadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.eta().detourLow()).isEqualTo(1.2);
        assertThat(config.eta().detourHigh()).isEqualTo(1.5);
        assertThat(config.eta().speedHighKph()).isEqualTo(75);
        assertThat(config.eta().speedLowKph()).isEqualTo(45);
        assertThat(config.eta().turnoutLow()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.eta().turnoutHigh()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.load().perJob()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.load().allVansOut()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void takesWhatAnOperatorWrites() {
        // When
        var config = ConfigOf.with(
                StationConfig.class,
                Map.of(
                        "rescueline.station.zone", "Asia/Urumqi",
                        "rescueline.station.opens-at", "10:30",
                        "rescueline.station.eta.detour-high", "1.9",
                        "rescueline.station.load.per-job", "PT3M",
                        "rescueline.station.excluded-limit", "0"));

        // Then
        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
        assertThat(config.opensAt()).isEqualTo(LocalTime.of(10, 30));
        assertThat(config.eta().detourHigh()).isEqualTo(1.9);
        assertThat(config.load().perJob()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.excludedLimit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "zone, Mars/Olympus",
        "opens-at, breakfast",
        "excluded-limit, -1",
        "excluded-limit, 51",
        "register-refresh, often",
        "eta.detour-low, 0.9",
        "eta.detour-high, 0",
        "eta.speed-low-kph, 0",
        "eta.speed-high-kph, fast",
    })
    void doesNotStartWith(String key, String value) {
        assertThatThrownBy(() -> ConfigOf.with(StationConfig.class, Map.of("rescueline.station." + key, value)))
                .hasMessageContaining(key.replaceFirst("^.*\\.", ""));
    }
}
