package org.rescueline.geo;

/**
 * The place on a road that is nearest to some point.
 *
 * @param offsetMeters how far the point lies from the line of the road
 */
public record NearRoad(RoadPlace at, double offsetMeters) {}
