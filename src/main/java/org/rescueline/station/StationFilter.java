package org.rescueline.station;

import org.jspecify.annotations.Nullable;

/**
 * Which stations to list; absent parts do not narrow the list.
 *
 * @param words found in code, name, address, head or a duty phone's number
 * @param office code or name
 * @param gap only stations whose record lacks this
 */
public record StationFilter(
        @Nullable String words,
        @Nullable StationStatus status,
        @Nullable String office,
        @Nullable DataGap gap) {

    /** Every station. */
    public static StationFilter all() {
        return new StationFilter(null, null, null, null);
    }
}
