package org.rescueline.vehicle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A terminal's last connection has ended. In process.
 *
 * @param vehicleId null for a terminal that nobody has fitted to a vehicle yet
 */
public record TerminalOffline(@Nullable UUID vehicleId, String terminalPhone, Instant at) {}
