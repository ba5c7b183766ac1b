package org.rescueline.event.web;

import org.jspecify.annotations.Nullable;
import org.rescueline.geo.Datums;
import org.rescueline.geo.NearRoad;
import org.rescueline.geo.PlaceName;

/**
 * What is known of a point.
 *
 * @param latitude degrees WGS-84
 * @param longitude degrees WGS-84
 * @param gcj02 the same point for maps drawn in GCJ-02
 * @param bd09 the same point for maps drawn in BD-09
 * @param name its county; null at sea and abroad
 * @param nameSource what the names are made from and of when
 * @param road the nearest place on a road of the road file; null when the point is not on one
 * @param roadSource what the road file says about where it comes from; null when none is loaded
 */
public record PlaceView(
        double latitude,
        double longitude,
        Datums.Degrees gcj02,
        Datums.Degrees bd09,
        @Nullable PlaceName name,
        String nameSource,
        @Nullable NearRoad road,
        @Nullable String roadSource) {}
