package org.rescueline.vehicle.gps.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.TerminalProtocol;

/**
 * A terminal as its row says.
 *
 * @param id short, as the history names it
 * @param phone without zeros in front
 * @param vehicleId null while nobody has fitted it
 * @param plate of that vehicle
 * @param authCode null before it has registered, and after it logged out
 * @param sosAt when the last press of the emergency button was told of
 * @param isSosHeld whether the button was still held at the last report
 */
public record KnownTerminal(
        int id,
        String phone,
        TerminalProtocol protocol,
        @Nullable UUID vehicleId,
        @Nullable String plate,
        @Nullable String authCode,
        @Nullable Instant sosAt,
        boolean isSosHeld) {

    /** The code is a secret of its terminal and stays out of logs. */
    @Override
    public String toString() {
        return "KnownTerminal[" + phone + ", " + protocol + ", vehicle " + vehicleId + "]";
    }
}
