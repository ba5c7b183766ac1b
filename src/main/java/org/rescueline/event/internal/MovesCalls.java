package org.rescueline.event.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rescueline.event.EventSource;
import org.rescueline.event.EventState;
import org.rescueline.event.TimelineKinds;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.TelephonyService;

/** Puts a call into another case, or into one of its own. What is left of a draft without a call is closed. */
@ApplicationScoped
class MovesCalls {

    private final EventStore store;
    private final Timelines timelines;
    private final BeginsEvent begins;
    private final TelephonyService telephony;

    MovesCalls(EventStore store, Timelines timelines, BeginsEvent begins, TelephonyService telephony) {
        this.store = store;
        this.timelines = timelines;
        this.begins = begins;
        this.telephony = telephony;
    }

    /** What a move touched. */
    record Moved(EventEntity to, Optional<EventEntity> from) {}

    Uni<Moved> attach(UUID eventId, UUID callId, Actor actor) {
        return store.findCall(callId)
                .chain(known -> known.map(call -> lockBoth(call, eventId).chain(both -> move(both, call, actor)))
                        .orElseGet(() -> attachFresh(eventId, callId, actor)));
    }

    Uni<Moved> separate(UUID eventId, UUID callId, Actor actor) {
        return store.lock(eventId).chain(from -> store.findCall(callId).chain(known -> {
            var call = known.filter(each -> each.eventId.equals(eventId))
                    .orElseThrow(() -> Failure.conflict("event.call-not-attached", Map.of("event", from.number)));
            return telephony
                    .getCall(callId)
                    .chain(view -> begins.draft(EventSource.CALL, CustomerOf.call(view), actor))
                    .chain(draft -> rebook(call, from, draft, actor).replaceWith(new Moved(draft, Optional.of(from))));
        }));
    }

    private Uni<Moved> attachFresh(UUID eventId, UUID callId, Actor actor) {
        return store.lock(eventId).invoke(MovesCalls::requireUnfinished).chain(event -> telephony
                .getCall(callId)
                .chain(call -> book(event, call, actor, false))
                .replaceWith(new Moved(event, Optional.empty())));
    }

    /** Enters a call that belongs to no case yet. */
    Uni<Void> book(EventEntity event, CallView call, Actor actor, boolean automatic) {
        var entity = new EventCallEntity();
        entity.callId = call.id();
        entity.eventId = event.id;
        entity.at = call.answeredAt() == null ? call.offeredAt() : call.answeredAt();
        entity.direction = call.direction().name();
        entity.operatorId = call.operatorId() == null ? null : call.operatorId().toString();
        return store.persist(entity)
                .chain(() -> timelines.append(
                        event.id,
                        actor,
                        TimelineKinds.CALL_ATTACHED,
                        Map.of("callId", call.id().toString(), "automatic", automatic)));
    }

    private Uni<Moved> move(Both both, EventCallEntity call, Actor actor) {
        if (both.from.id.equals(both.to.id)) {
            return Uni.createFrom().item(new Moved(both.to, Optional.empty()));
        }
        requireUnfinished(both.to);
        return rebook(call, both.from, both.to, actor)
                .chain(() -> closeIfLeftEmpty(both.from, both.to, actor))
                .replaceWith(new Moved(both.to, Optional.of(both.from)));
    }

    private Uni<Void> rebook(EventCallEntity call, EventEntity from, EventEntity to, Actor actor) {
        call.eventId = to.id;
        var id = call.callId.toString();
        return timelines
                .append(from.id, actor, TimelineKinds.CALL_SEPARATED, Map.of("callId", id, "eventNumber", to.number))
                .chain(() -> timelines.append(
                        to.id, actor, TimelineKinds.CALL_ATTACHED, Map.of("callId", id, "automatic", false)));
    }

    private Uni<Void> closeIfLeftEmpty(EventEntity from, EventEntity to, Actor actor) {
        if (from.state != EventState.DRAFT || from.source == EventSource.SOS) {
            return Uni.createFrom().voidItem();
        }
        return store.listCalls(List.of(from.id)).chain(calls -> {
            if (!calls.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            from.state = EventState.CLOSED;
            from.closedAt = store.now();
            from.mergedInto = to.id;
            return timelines.append(
                    from.id, actor, TimelineKinds.EVENT_CLOSED, Map.of("mergedInto", to.number, "story", from.story));
        });
    }

    /** Both rows locked, always in the order of their ids, so that two moves cannot wait for each other. */
    private Uni<Both> lockBoth(EventCallEntity call, UUID eventId) {
        boolean fromFirst = call.eventId.compareTo(eventId) <= 0;
        return store.lock(fromFirst ? call.eventId : eventId)
                .chain(first -> store.lock(fromFirst ? eventId : call.eventId)
                        .map(second -> fromFirst ? new Both(first, second) : new Both(second, first)));
    }

    private static void requireUnfinished(EventEntity event) {
        if (!event.state.isUnfinished()) {
            throw Failure.conflict("event.closed", Map.of("event", event.number));
        }
    }

    private record Both(EventEntity from, EventEntity to) {}
}
