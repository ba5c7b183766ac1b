/**
 * Trucks: who owns them, whom to ring, which terminals they carry, where they are and where they were.
 *
 * <p>The front door is {@link org.rescueline.vehicle.VehicleService}. How positions come in is told in {@code gps}.
 */
@NullMarked
package org.rescueline.vehicle;

import org.jspecify.annotations.NullMarked;
