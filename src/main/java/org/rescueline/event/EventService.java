package org.rescueline.event;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;

/**
 * The front door of the case.
 *
 * <p>Methods that change something join the caller's transaction when there is one; their facts are published after it
 * commits. Failures: NOT_FOUND {@code event.not-found} for an unknown id, CONFLICT {@code event.closed} for a change of
 * a finished case, INVALID with a field list for values that cannot be.
 */
public interface EventService {

    /** The case with this id. */
    Uni<EventView> getEvent(UUID id);

    /** Cases by filter; sort fields {@code number}, {@code priority}, {@code openedAt}, {@code createdAt}, {@code state}. */
    Uni<Page<EventView>> listEvents(EventFilter filter, PageRequest page);

    /** Begins a case by hand: a draft that the actor owns. */
    Uni<EventView> createDraft(NewEvent draft, Actor actor);

    /**
     * Changes fields of an unfinished case and decides its priority anew.
     *
     * @param version the version that the editor saw; an older one is refused with CONFLICT {@code shared.stale} and the
     *     newer view
     */
    Uni<EventView> edit(UUID id, EventEdit edit, Actor actor, long version);

    /** Takes a draft on. Its kind must be known (INVALID {@code event.kind-missing}); opening twice changes nothing. */
    Uni<EventView> open(UUID id, Actor actor);

    /**
     * Closes a case; closing twice changes nothing.
     *
     * @param reason in words, 1 to 500 characters
     */
    Uni<EventView> close(UUID id, String reason, Actor actor);

    /** Puts a call into a case, taking it out of the one it was in; a draft left without any call is closed. */
    Uni<EventView> attachCall(UUID id, UUID callId, Actor actor);

    /** Takes a call out of a case and begins a draft of its own for it; answers that draft. */
    Uni<EventView> separateCall(UUID id, UUID callId, Actor actor);

    /** Writes a line for good, in the caller's transaction. */
    Uni<Void> appendTimeline(UUID eventId, TimelineEntry entry);

    /** Notes which rescue was asked for, in the caller's transaction; no timeline line, the caller writes its own. */
    Uni<Void> linkRescue(UUID eventId, UUID rescueJobId);

    /** The timeline, oldest first. */
    Uni<List<TimelineView>> listTimeline(UUID eventId);

    /** Who is calling, what they drive, where that is, and who could go. */
    Uni<CallerCard> callerCard(UUID callId);

    /** The priority table in force. */
    Uni<PriorityTable> getPriorityTable();

    /**
     * Puts a new version of the priority table in force.
     *
     * @param version the version that the editor saw
     */
    Uni<PriorityTable> replacePriorityTable(List<PriorityRow> rows, Actor actor, long version);
}
