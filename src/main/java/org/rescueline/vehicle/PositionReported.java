package org.rescueline.vehicle;

/**
 * A vehicle is somewhere else than before. In process, and conflated: once per
 * {@code rescueline.gps.news-interval} at most for each vehicle, with the newest position.
 */
public record PositionReported(PositionView position) {}
