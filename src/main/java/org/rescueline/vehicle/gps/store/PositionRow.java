package org.rescueline.vehicle.gps.store;

import java.time.Instant;
import org.rescueline.vehicle.gps.fix.Fix;

/**
 * One position as the history keeps it: a fix that has passed the steps, and whose it is.
 *
 * @param mayBeStored whether it may be there already, because the terminal sent it before
 */
record PositionRow(int terminalId, Fix fix, boolean mayBeStored) {
    PositionRow(int terminalId, Fix fix) {
        this(terminalId, fix, false);
    }

    Instant fixedAt() {
        return fix.bestTime();
    }
}
