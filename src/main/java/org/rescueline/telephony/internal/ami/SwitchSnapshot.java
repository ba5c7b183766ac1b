package org.rescueline.telephony.internal.ami;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rescueline.telephony.internal.fold.LegReport;

/**
 * The switch's channels and queues at one moment.
 *
 * @param takenAt before the switch was asked: a channel made later may be missing
 * @param legs every channel, with what its state says of it
 */
public record SwitchSnapshot(Instant takenAt, List<LegReport> legs) {

    public SwitchSnapshot {
        legs = List.copyOf(legs);
    }

    /** The channels that exist. */
    public Set<String> uniqueids() {
        return legs.stream().map(LegReport::uniqueid).collect(Collectors.toUnmodifiableSet());
    }
}
