package org.rescueline.event;

import java.util.UUID;

/**
 * A call came to belong to a case. Published after commit.
 *
 * @param automatic whether the flow did it by rule rather than a person by hand
 */
public record CallAttached(UUID callId, EventView event, boolean automatic) implements EventFact {}
