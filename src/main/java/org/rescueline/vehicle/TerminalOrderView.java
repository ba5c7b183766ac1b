package org.rescueline.vehicle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Actor;

/**
 * One order to a terminal, as it is kept.
 *
 * @param detail the order in words
 * @param outcome null while it is under way, and when the service ended before the answer came
 * @param answeredAt null like the outcome
 */
public record TerminalOrderView(
        UUID id,
        UUID vehicleId,
        String terminalPhone,
        TerminalOrderKind kind,
        String detail,
        Actor actor,
        Instant orderedAt,
        @Nullable TerminalOrderOutcome outcome,
        @Nullable Instant answeredAt) {}
