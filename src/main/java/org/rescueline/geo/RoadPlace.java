package org.rescueline.geo;

import org.jspecify.annotations.Nullable;

/**
 * A kilometre post with its place on the ground.
 *
 * @param road number such as {@code G30}
 * @param roadName such as {@code 连霍高速}; null when the file gives none
 * @param postMeters metres from the road's origin: K985+300 is 985300
 * @param latitude degrees WGS-84
 * @param longitude degrees WGS-84
 * @param carriageway null when it is not known which side is meant
 * @param towards the next town of the file that this carriageway leads to; null when there is none
 * @param courseDegrees course of the carriageway there, clockwise from north; of growing posts when it is not known
 */
public record RoadPlace(
        String road,
        @Nullable String roadName,
        int postMeters,
        double latitude,
        double longitude,
        @Nullable Carriageway carriageway,
        @Nullable String towards,
        int courseDegrees) {

    /** The place alone. */
    public WgsPoint place() {
        return new WgsPoint(latitude, longitude);
    }
}
