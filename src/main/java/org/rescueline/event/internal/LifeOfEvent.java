package org.rescueline.event.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.rescueline.event.EventState;
import org.rescueline.event.TimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Failure;

/**
 * The life of a case: DRAFT → OPEN → CLOSED, and DRAFT → CLOSED for a call that wanted nothing. A step taken twice
 * changes nothing the second time.
 */
@ApplicationScoped
class LifeOfEvent {

    private final EventStore store;
    private final Timelines timelines;
    private final EditsEvent edits;

    LifeOfEvent(EventStore store, Timelines timelines, EditsEvent edits) {
        this.store = store;
        this.timelines = timelines;
        this.edits = edits;
    }

    /** Takes a locked draft on; whether it was one. */
    Uni<Boolean> open(EventEntity event, Actor actor) {
        requireUnfinished(event);
        if (event.state == EventState.OPEN) {
            return Uni.createFrom().item(false);
        }
        var kind = event.kind;
        if (kind == null) {
            throw Failure.invalid("kind", "event.kind-missing");
        }
        event.state = EventState.OPEN;
        event.openedAt = store.now();
        event.openedBy = actor.name();
        event.version++;
        if (event.ownerId == null && actor.kind() == ActorKind.USER) {
            event.own(actor);
        }
        return edits.refreshFix(event)
                .chain(() -> edits.decidePriority(event, actor))
                .chain(() -> timelines.append(
                        event.id, actor, TimelineKinds.EVENT_OPENED, Map.of("kind", kind.name(), "story", event.story)))
                .replaceWith(true);
    }

    /** Closes a locked case; whether it was unfinished. */
    Uni<Boolean> close(EventEntity event, String reason, Actor actor) {
        if (event.state == EventState.CLOSED) {
            return Uni.createFrom().item(false);
        }
        event.state = EventState.CLOSED;
        event.closedAt = store.now();
        event.closeReason = reason;
        event.version++;
        return timelines
                .append(event.id, actor, TimelineKinds.EVENT_CLOSED, Map.of("reason", reason, "story", event.story))
                .replaceWith(true);
    }

    static void requireUnfinished(EventEntity event) {
        if (!event.state.isUnfinished()) {
            throw Failure.conflict("event.closed", Map.of("event", event.number));
        }
    }
}
