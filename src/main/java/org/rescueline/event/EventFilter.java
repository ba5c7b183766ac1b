package org.rescueline.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; every part may be left out.
 *
 * @param states any of these; empty means all
 * @param kinds any of these; empty means all
 * @param ownerId owned by this user
 * @param callerNumber of this caller, E.164
 * @param words found in number, caller's name, plate, VIN or told place
 * @param from created at or after
 * @param to created before
 */
public record EventFilter(
        Set<EventState> states,
        Set<EventKind> kinds,
        @Nullable String ownerId,
        @Nullable UUID vehicleId,
        @Nullable String callerNumber,
        @Nullable String words,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Defensive copies. */
    public EventFilter {
        states = Set.copyOf(states);
        kinds = Set.copyOf(kinds);
    }

    /** Every case. */
    public static EventFilter all() {
        return new EventFilter(Set.of(), Set.of(), null, null, null, null, null, null);
    }

    /** The unfinished cases. */
    public static EventFilter unfinished() {
        return new EventFilter(Set.of(EventState.DRAFT, EventState.OPEN), Set.of(), null, null, null, null, null, null);
    }
}
