package org.rescueline.event;

import org.jspecify.annotations.Nullable;

/**
 * How far the told place lies from the truck's own fix.
 *
 * @param straightLineMeters geodesic distance in metres; absent when the two cannot be compared
 * @param method how it was found, or why it was not
 * @param disagrees whether the gap is above {@code rescueline.event.place-gap-alarm}, so that somebody must ask
 */
public record PlaceGap(@Nullable Double straightLineMeters, Method method, boolean disagrees) {

    /** How a gap was found, or why it was not. */
    public enum Method {
        /** A straight line between the shared point and the fix: at least as short as any road. */
        STRAIGHT_LINE,
        /** The told place is words or a kilometre post, and no road file is loaded to put it on the map. */
        NO_ROAD_REFERENCE
    }
}
