package org.rescueline.vehicle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A terminal has authenticated itself and can be asked. In process.
 *
 * @param vehicleId null for a terminal that nobody has fitted to a vehicle yet
 */
public record TerminalOnline(@Nullable UUID vehicleId, String terminalPhone, Instant at) {}
