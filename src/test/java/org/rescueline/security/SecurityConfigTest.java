package org.rescueline.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.testkit.ConfigOf;

class SecurityConfigTest {

    private static final String PREFIX = "rescueline.security.";

    @Test
    void hasSafeDefaultsAndNoPassword() {
        // When
        var config = read(Map.of());

        // Then
        assertThat(config.adminPassword()).isEmpty();
        assertThat(config.session().idle()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.session().absolute()).isEqualTo(Duration.ofHours(14));
        assertThat(config.session().cookieSecure()).isEqualTo(SecurityConfig.CookieSecurity.AUTO);
        assertThat(config.signIn().failuresPerAccountAndAddress()).isEqualTo(5);
        assertThat(config.password().minimumLength()).isEqualTo(10);
    }

    @Test
    void readsEveryKey() {
        // When
        var config = read(Map.ofEntries(
                Map.entry(PREFIX + "admin-password", "from the environment"),
                Map.entry(PREFIX + "session.idle", "10m"),
                Map.entry(PREFIX + "session.absolute", "8h"),
                Map.entry(PREFIX + "session.cache", "1s"),
                Map.entry(PREFIX + "session.cookie-secure", "ALWAYS"),
                Map.entry(PREFIX + "sign-in.failures-per-account-and-address", "3"),
                Map.entry(PREFIX + "sign-in.failures-per-address", "30"),
                Map.entry(PREFIX + "sign-in.window", "5m"),
                Map.entry(PREFIX + "password.minimum-length", "12"),
                Map.entry(PREFIX + "password.bcrypt-cost", "12"),
                Map.entry(PREFIX + "password.check-timeout", "3s"),
                Map.entry(PREFIX + "audit.same-look", "10m"),
                Map.entry(PREFIX + "audit.buffer", "100")));

        // Then
        assertThat(config.adminPassword()).contains("from the environment");
        assertThat(config.session().cache()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.session().cookieSecure()).isEqualTo(SecurityConfig.CookieSecurity.ALWAYS);
        assertThat(config.signIn().window()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.password().checkTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.audit().buffer()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "sign-in.failures-per-account-and-address, 0",
        "sign-in.failures-per-address, 0",
        "password.minimum-length, 7",
        "password.bcrypt-cost, 3",
        "password.bcrypt-cost, 17",
        "audit.buffer, 0",
        "session.idle, soon",
        "session.cookie-secure, SOMETIMES"
    })
    void refusesWhatMakesNoSense(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(PREFIX + key, value))).isInstanceOf(RuntimeException.class);
    }

    private static SecurityConfig read(Map<String, String> values) {
        return ConfigOf.with(SecurityConfig.class, values);
    }
}
