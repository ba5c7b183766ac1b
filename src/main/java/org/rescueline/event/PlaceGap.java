package org.rescueline.event;

import org.jspecify.annotations.Nullable;
import org.rescueline.geo.RoadPlace;

/**
 * How far the told place lies from the truck's own fix.
 *
 * @param straightLineMeters geodesic distance in metres; absent when the told place is not on any map
 * @param alongRoadMeters by the kilometre posts, when both are on the same road
 * @param method how it was found, or why it was not
 * @param disagrees whether the gap is above {@code rescueline.event.place-gap-alarm}, so that somebody must ask
 * @param told the post that was told, with its place, when the road file has it
 * @param measured the post at which the fix lies, when it lies on a road of the road file
 * @param likelyPostMeters the post that was probably said: the told one with two digits changed over, which is where the
 *     fix is; absent when no such slip explains the gap
 * @param sentence all of it in one sentence
 */
public record PlaceGap(
        @Nullable Double straightLineMeters,
        @Nullable Integer alongRoadMeters,
        Method method,
        boolean disagrees,
        @Nullable RoadPlace told,
        @Nullable RoadPlace measured,
        @Nullable Integer likelyPostMeters,
        Said sentence) {

    /** The gap in metres by the better of the two measures; absent when the places cannot be compared. */
    public @Nullable Double gapMeters() {
        return alongRoadMeters == null ? straightLineMeters : Double.valueOf(alongRoadMeters);
    }

    /** One sentence in the languages of the centre, since a case is pushed to readers of both. */
    public record Said(String zh, String en) {}

    /** How a gap was found, or why it was not. */
    public enum Method {
        /** The difference of the kilometre posts: both places are on the same road. */
        ALONG_ROAD,
        /** A straight line between the told place and the fix: at least as short as any road. */
        STRAIGHT_LINE,
        /** The told place is words or a kilometre post, and no road file is loaded to put it on the map. */
        NO_ROAD_REFERENCE,
        /** The words name no road and post that could be looked up. */
        NO_POST,
        /** The road file does not have the told road. */
        UNKNOWN_ROAD,
        /** The road file does not have that piece of the told road. */
        UNKNOWN_POST
    }
}
