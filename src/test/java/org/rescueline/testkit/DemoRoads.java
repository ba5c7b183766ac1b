package org.rescueline.testkit;

import java.util.Map;
import org.rescueline.geo.GeoConfig;
import org.rescueline.geo.LoadsRoads;
import org.rescueline.geo.RoadReference;

/** The made-up stretch of the demo, read as the service reads it. */
public final class DemoRoads {

    private DemoRoads() {}

    /** Its roads. */
    public static RoadReference read() {
        return LoadsRoads.roads(
                ConfigOf.with(GeoConfig.class, Map.of("rescueline.geo.road-file", "classpath:/demo/roads.csv")));
    }
}
