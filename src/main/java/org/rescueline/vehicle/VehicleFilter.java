package org.rescueline.vehicle;

import org.jspecify.annotations.Nullable;

/**
 * Which vehicles are wanted.
 *
 * @param text plate or its end, VIN or its end (drivers say the last 8), a contact's number or its end, or a terminal
 *     phone with or without zeros in front; null for all vehicles
 */
public record VehicleFilter(@Nullable String text) {
    /** All vehicles. */
    public static final VehicleFilter ALL = new VehicleFilter(null);
}
