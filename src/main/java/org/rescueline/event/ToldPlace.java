package org.rescueline.event;

import org.jspecify.annotations.Nullable;

/**
 * A place as a person said it. Told is not measured: it keeps that mark until it is confirmed.
 *
 * @param text the words, as typed by the operator
 * @param highway road number ({@code G30}) or, when none was said, its name ({@code 连霍高速})
 * @param direction the town towards which the truck was heading, without "往…方向"
 * @param postMeters kilometre post in metres from the road's origin, 0 to 9,999,999: K985+300 is 985300
 * @param latitude degrees WGS-84, when the caller shared a point
 * @param longitude degrees WGS-84, when the caller shared a point
 * @param readBack whether the operator read the place back and the caller agreed
 */
public record ToldPlace(
        String text,
        @Nullable String highway,
        @Nullable String direction,
        @Nullable Integer postMeters,
        @Nullable Double latitude,
        @Nullable Double longitude,
        boolean readBack) {

    /** Whether it can be put on a map without a road file. */
    public boolean hasPoint() {
        return latitude != null && longitude != null;
    }
}
