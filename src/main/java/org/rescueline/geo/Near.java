package org.rescueline.geo;

/**
 * Something found by {@link NearestIndex}.
 *
 * @param distanceMeters length of the shortest line on the ellipsoid
 */
public record Near<T>(T item, double distanceMeters) {}
