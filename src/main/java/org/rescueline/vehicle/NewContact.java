package org.rescueline.vehicle;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to ring about a vehicle.
 *
 * @param number in any usual way of writing a telephone number
 */
public record NewContact(@Nullable String name, ContactRole role, String number) {}
