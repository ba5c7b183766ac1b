package org.rescueline.vehicle.gps.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was refused of what came in, since this node started: bytes that are no frame, and positions that are not believed
 * or only kept.
 *
 * @param total how often which reason, over all senders
 * @param terminals the worst first
 * @param addresses senders that no terminal is known of, the worst first
 */
public record RefusalsView(Map<String, Long> total, List<OfTerminal> terminals, List<OfAddress> addresses) {
    /**
     * One terminal's.
     *
     * @param vehicleId null while nobody has fitted the terminal
     * @param reasons how often which
     */
    public record OfTerminal(
            String terminalPhone,
            @Nullable UUID vehicleId,
            @Nullable String plate,
            long total,
            Map<String, Long> reasons,
            @Nullable String latestReason,
            @Nullable Instant latestAt) {}

    /**
     * One address's.
     *
     * @param address {@code others} stands for all beyond those that are counted one by one
     */
    public record OfAddress(
            String address,
            long total,
            Map<String, Long> reasons,
            @Nullable String latestReason,
            @Nullable Instant latestAt) {}
}
