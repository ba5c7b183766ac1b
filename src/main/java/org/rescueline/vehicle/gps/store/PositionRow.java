package org.rescueline.vehicle.gps.store;

import java.time.Instant;
import org.rescueline.vehicle.gps.fix.Fix;

/** One position as the history keeps it: a fix that has passed the steps, and whose it is. */
record PositionRow(int terminalId, Fix fix) {
    Instant fixedAt() {
        return fix.bestTime();
    }
}
