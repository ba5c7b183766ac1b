package org.rescueline.geo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.rescueline.shared.Limit;

/** What is known of the roads. */
@ConfigMapping(prefix = "rescueline.geo")
public interface GeoConfig {

    /**
     * The road reference file, a path; {@code classpath:} in front takes a packaged one. Without it posts are words. A
     * file with a bad line stops the start.
     */
    Optional<String> roadFile();

    /** A fix no further than this from the line of a road, in metres, is on that road. */
    @WithDefault("300")
    @Limit(min = 1, max = 5_000)
    int onRoadMeters();
}
