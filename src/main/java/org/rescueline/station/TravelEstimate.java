package org.rescueline.station;

/**
 * A guess at a journey from the straight line alone, until a road graph is loaded: always a range, never a promise.
 *
 * @param distanceMeters the straight line on the ellipsoid
 * @param roadMeters what the road is likely to measure
 * @param etaLowMinutes minutes from now, if all goes well
 * @param etaHighMinutes minutes from now, if it does not
 */
public record TravelEstimate(double distanceMeters, double roadMeters, int etaLowMinutes, int etaHighMinutes) {}
