package org.rescueline.vehicle.gps.intake;

import org.rescueline.vehicle.gps.fix.Fix;

/** Takes reported positions. */
@FunctionalInterface
public interface PositionDesk {
    /** Takes one report. Returns at once; may be called from any thread. */
    Reception take(TrackedTerminal terminal, Fix reported);
}
