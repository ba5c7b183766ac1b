/**
 * From a report to what the service knows: which terminals there are, what is remembered of them, and the path that
 * every position takes, {@link org.rescueline.vehicle.gps.intake.PositionFlow}.
 */
@NullMarked
package org.rescueline.vehicle.gps.intake;

import org.jspecify.annotations.NullMarked;
