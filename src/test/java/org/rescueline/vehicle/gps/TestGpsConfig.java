package org.rescueline.vehicle.gps;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.rescueline.shared.ConfigLimits;

/** The configuration of the room for tests without the framework. */
public final class TestGpsConfig {
    private TestGpsConfig() {}

    /** Only defaults. */
    public static GpsConfig defaults() {
        return with(Map.of());
    }

    /** These keys, and defaults otherwise. */
    public static GpsConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withValidator(new ConfigLimits())
                .withMapping(GpsConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build()
                .getConfigMapping(GpsConfig.class);
    }
}
