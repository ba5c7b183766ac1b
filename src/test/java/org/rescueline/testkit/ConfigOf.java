package org.rescueline.testkit;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.rescueline.shared.ConfigLimits;

/** A room's configuration without the application around it, read and validated as the application does. */
public final class ConfigOf {

    private static final int ABOVE_DEFAULTS = 500;

    private ConfigOf() {}

    /** The defaults. */
    public static <C> C defaults(Class<C> mapping) {
        return with(mapping, Map.of());
    }

    /** The defaults with these keys set; fails as the application's start would when a value must be refused. */
    public static <C> C with(Class<C> mapping, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withValidator(new ConfigLimits())
                .withSources(new PropertiesConfigSource(values, "test", ABOVE_DEFAULTS))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
