package org.rescueline.station;

/** A station was entered, edited, or had a duty phone checked. Published after commit. */
public record StationChanged(StationView station) {}
