package org.rescueline.geo;

/** One of the two sides of a road with separated lanes, by what the kilometre posts do for whoever drives on it. */
public enum Carriageway {
    /** The numbers on the posts grow. */
    INCREASING,
    /** The numbers on the posts shrink. */
    DECREASING
}
