package org.rescueline.vehicle.gps.fix;

import java.util.Locale;

/** Why a reported position was not taken, or not taken as it came. Each is counted under its own name. */
public enum DropReason {
    /** The sender itself says that it sees no satellites. */
    NOT_FIXED,
    /** Latitude beyond 90 or longitude beyond 180 degrees, or no number at all. */
    OFF_EARTH,
    /** Zero degrees marked valid. */
    ZERO,
    /** No time at all. */
    NO_TIME,
    /** Too far in the future. */
    CLOCK_AHEAD,
    /** Too far in the past. */
    CLOCK_BEHIND,
    /** The same report again. */
    DUPLICATE,
    /** Older than the last position: kept in the history, never shown as where the truck is. */
    LATE,
    /** Faster than any truck from the last position. */
    JUMP;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name under which this reason is counted, such as {@code clock_ahead}. */
    public String label() {
        return label;
    }
}
