package org.rescueline;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is configured before the service starts: the same environment, system properties and
 * {@code config/application.properties} that the service itself will read.
 */
final class LaunchConfiguration {

    private static final Path FILE = Path.of("config", "application.properties");

    /** Above the packaged defaults and below the environment, as Quarkus orders them. */
    private static final int FILE_ORDINAL = 260;

    private final SmallRyeConfig config;

    private LaunchConfiguration(SmallRyeConfig config) {
        this.config = config;
    }

    static LaunchConfiguration read() {
        var builder = new SmallRyeConfigBuilder().addDefaultInterceptors().addSystemSources();
        if (Files.isRegularFile(FILE)) {
            try {
                builder.withSources(new PropertiesConfigSource(FILE.toUri().toURL(), FILE_ORDINAL));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + FILE, e);
            }
        }
        return new LaunchConfiguration(builder.build());
    }

    /** The value of a key, or null. */
    @Nullable
    String value(String key) {
        return config.getOptionalValue(key, String.class).orElse(null);
    }

    /** The value of a key, or another where it has none. */
    String valueOr(String key, String otherwise) {
        var value = value(key);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** The value of a key that is known to have one. */
    String require(String key) {
        return config.getValue(key, String.class);
    }

    /**
     * A fresh checkout, known by having no database of its own, is a demo; a demo is seen on loopback alone, because
     * its accounts and their passwords are public.
     */
    void setDemoDefaults(boolean hasOwnDatabase) {
        var demo = value("rescueline.demo.enabled");
        var enabled = demo == null ? hasOwnDatabase : Boolean.parseBoolean(demo);
        System.setProperty("rescueline.demo.enabled", Boolean.toString(enabled));
        if (value("rescueline.bind-address") == null) {
            System.setProperty("rescueline.bind-address", enabled ? "127.0.0.1" : "0.0.0.0");
        }
        if (enabled && value("rescueline.geo.road-file") == null) {
            System.setProperty("rescueline.geo.road-file", "classpath:/demo/roads.csv");
        }
    }
}
