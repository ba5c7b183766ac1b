package org.rescueline.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Provenance;

/**
 * A line of a case's timeline. Lines are only ever added.
 *
 * @param at when it happened
 * @param recordedAt when it was written down
 */
public record TimelineView(
        UUID id,
        Instant at,
        Instant recordedAt,
        Actor actor,
        String kind,
        Provenance provenance,
        Map<String, Object> arguments) {}
