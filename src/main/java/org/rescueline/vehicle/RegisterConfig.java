package org.rescueline.vehicle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the register of vehicles is kept right. */
@ConfigMapping(prefix = "rescueline.vehicle")
public interface RegisterConfig {

    /** A vehicle that has been silent for so long stands on the work list. */
    @WithDefault("P3D")
    Duration silentAfter();

    /** So long a truck may drive by its own word without its place changing before its fix counts as frozen. */
    @WithDefault("PT10M")
    Duration frozenAfter();

    /** So often is what is wrong with terminals written down. */
    @WithDefault("10s")
    String healthInterval();
}
