package org.rescueline.vehicle.gps.intake;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.rescueline.vehicle.gps.jt808.DriverIdentity;

/** Takes what terminals tell of their drivers. */
@FunctionalInterface
public interface DriverDesk {
    /**
     * Stores one card that was put in or taken out. From any thread.
     *
     * @return failed when it could not be stored in time; then the terminal sends it again
     */
    CompletionStage<Void> note(TrackedTerminal terminal, DriverIdentity driver, Instant receivedAt);
}
