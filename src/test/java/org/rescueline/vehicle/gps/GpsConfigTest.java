package org.rescueline.vehicle.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpsConfigTest {
    @Test
    void hasDefaultsForEverything() {
        // Given nothing

        // When
        GpsConfig config = TestGpsConfig.defaults();

        // Then
        assertThat(config.port()).isEqualTo(7611);
        assertThat(config.bindAddress()).isEqualTo("0.0.0.0");
        assertThat(config.eventLoops()).isEmpty();
        assertThat(config.authentication()).isEqualTo(GpsConfig.Authentication.REQUIRED);
        assertThat(config.unknownTerminals()).isEqualTo(GpsConfig.UnknownTerminals.KEEP);
        assertThat(config.idleTimeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.clockBehind()).isEqualTo(Duration.ofDays(7));
        assertThat(config.redisInterval()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.history().buffer()).isEqualTo(200_000);
        assertThat(config.history().batchDelay()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.feedStoreTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesWhatAnOperatorOfTheSystemWrites() {
        // Given
        Map<String, String> keys = new HashMap<>();
        keys.put("rescueline.gps.port", "7700");
        keys.put("rescueline.bind-address", "127.0.0.1");
        keys.put("rescueline.gps.event-loops", "4");
        keys.put("rescueline.gps.authentication", "OPTIONAL");
        keys.put("rescueline.gps.unknown-terminals", "REFUSE");
        keys.put("rescueline.gps.max-terminals-per-connection", "500");
        keys.put("rescueline.gps.idle-timeout", "PT1H");
        keys.put("rescueline.gps.position-query-timeout", "PT3S");
        keys.put("rescueline.gps.history.keep-days", "30");

        // When
        GpsConfig config = TestGpsConfig.with(keys);

        // Then
        assertThat(config.port()).isEqualTo(7700);
        assertThat(config.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(config.eventLoops()).hasValue(4);
        assertThat(config.authentication()).isEqualTo(GpsConfig.Authentication.OPTIONAL);
        assertThat(config.unknownTerminals()).isEqualTo(GpsConfig.UnknownTerminals.REFUSE);
        assertThat(config.maxTerminalsPerConnection()).isEqualTo(500);
        assertThat(config.idleTimeout()).isEqualTo(Duration.ofHours(1));
        assertThat(config.positionQueryTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.history().keepDays()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"authentication, SOMETIMES", "unknown-terminals, ASK", "idle-timeout, soon", "port, many"})
    void refusesWhatIsNoValue(String key, String value) {
        // Given
        Map<String, String> keys = Map.of("rescueline.gps." + key, value);

        // When
        var reading = assertThatThrownBy(() -> TestGpsConfig.with(keys));

        // Then
        reading.hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "port, 70000",
        "port, -1",
        "malformed-limit, 0",
        "max-terminals-per-connection, 0",
        "max-speed-kph, -5",
        "jump-confirmations, 1"
    })
    void refusesValuesOutOfRange(String key, String value) {
        // Given
        Map<String, String> keys = Map.of("rescueline.gps." + key, value);

        // When
        var reading = assertThatThrownBy(() -> TestGpsConfig.with(keys));

        // Then
        reading.hasMessageContaining("rescueline.gps." + key);
    }
}
