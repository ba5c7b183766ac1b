package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.WithDefault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.testkit.ConfigOf;

class ConfigLimitsTest {

    @Test
    void takesEveryValueUpToTheLimitsThemselves() {
        // When
        var lowest = ConfigOf.with(Limited.class, values(Map.of("limited.share", "0", "limited.group.max-parts", "1")));
        var highest = ConfigOf.with(Limited.class, values(Map.of("limited.share", "99.5")));

        // Then
        assertThat(lowest.share()).isZero();
        assertThat(highest.share()).isEqualTo(99.5);
    }

    @ParameterizedTest
    @CsvSource({
        "limited.share, -0.1, limited.share must be at least 0 but is -0.1",
        "limited.share, 99.6, limited.share must be at most 99.5 but is 99.6",
        "limited.share, NaN, limited.share must be at least 0 but is NaN",
        "limited.group.max-parts, 0, limited.group.max-parts must be at least 1 but is 0",
        "limited.several[0].size, 65536, limited.several[0].size must be at most 65535 but is 65536",
        "limited.named.a.size, -1, limited.named.a.size must be at least 0 but is -1",
    })
    void namesTheKeyTheLimitAndTheValue(String key, String value, String message) {
        assertThatThrownBy(() -> ConfigOf.with(Limited.class, values(Map.of(key, value))))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesEveryKeyAtFault() {
        assertThatThrownBy(() -> ConfigOf.with(
                        Limited.class, values(Map.of("limited.share", "100", "limited.group.max-parts", "-5"))))
                .hasMessageContaining("limited.share")
                .hasMessageContaining("limited.group.max-parts");
    }

    @Test
    void isFoundByTheService() {
        // When
        var found = ServiceLoader.load(SmallRyeConfigBuilderCustomizer.class);

        // Then
        assertThat(found).anyMatch(ConfigLimits.class::isInstance);
    }

    private static Map<String, String> values(Map<String, String> some) {
        var all = new HashMap<>(Map.of("limited.several[0].size", "1", "limited.named.a.size", "1"));
        all.putAll(some);
        return all;
    }

    /** One of each shape. */
    @ConfigMapping(prefix = "limited")
    public interface Limited {
        /** A share. */
        @WithDefault("50")
        @Limit(min = 0, max = 99.5)
        double share();

        /** A number that has no limit. */
        OptionalInt free();

        /** A group. */
        Group group();

        /** Several. */
        List<Sized> several();

        /** Named ones. */
        Map<String, Sized> named();
    }

    /** A group. */
    public interface Group {
        /** Parts. */
        @WithDefault("5")
        @Limit(min = 1)
        int maxParts();
    }

    /** One of several. */
    public interface Sized {
        /** Its size. */
        @Limit(min = 0, max = 65_535)
        int size();
    }
}
