package org.rescueline.event.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rescueline.event.EventConfig;
import org.rescueline.event.EventSource;
import org.rescueline.event.TimelineEntry;
import org.rescueline.event.TimelineKinds;
import org.rescueline.event.internal.DecidesAttachment.Candidate;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.Provenance;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallView;
import org.rescueline.vehicle.VehicleView;

/** Books an answered call into a case, once, and writes down when it was over. Works in the caller's transaction. */
@ApplicationScoped
class BooksCall {

    private final EventStore store;
    private final Timelines timelines;
    private final BeginsEvent begins;
    private final MovesCalls moves;
    private final EventConfig config;

    BooksCall(EventStore store, Timelines timelines, BeginsEvent begins, MovesCalls moves, EventConfig config) {
        this.store = store;
        this.timelines = timelines;
        this.begins = begins;
        this.moves = moves;
        this.config = config;
    }

    /**
     * Where a call was booked.
     *
     * @param isNew whether it happened now rather than at an earlier delivery of the same news
     */
    record Booked(EventEntity event, UUID callId, boolean isNew) {}

    Uni<Booked> book(CallAnswered answer) {
        var call = answer.call();
        var caller = CustomerOf.call(call);
        var key = caller.map(PhoneNumber::e164).orElseGet(() -> call.id().toString());
        return store.queueFor("caller:" + key)
                .chain(() -> store.findCall(call.id()))
                .chain(known ->
                        known.map(booked -> noteOperator(booked, answer)).orElseGet(() -> bookNew(answer, caller)));
    }

    /** Writes the end of a call down, once; a call that is in no case is nothing to us. */
    Uni<Void> end(CallView call) {
        return store.findCall(call.id()).chain(known -> known.filter(booked -> booked.endedAt == null)
                .map(booked -> noteEnd(booked, call))
                .orElseGet(BooksCall::nothing));
    }

    private Uni<Booked> bookNew(CallAnswered answer, Optional<PhoneNumber> caller) {
        var operator = operatorOf(answer);
        return begins.vehiclesOf(caller)
                .chain(vehicles -> findEvent(caller, vehicles).chain(found -> found.map(store::lock)
                        .orElseGet(() -> begins.draft(EventSource.CALL, caller, vehicles, operator))))
                .call(event -> moves.book(event, answer.call(), Actor.SYSTEM, true))
                .call(event -> noteAnswer(event.id, answer))
                .map(event -> new Booked(event, answer.callId(), true));
    }

    private Uni<Optional<UUID>> findEvent(Optional<PhoneNumber> caller, List<VehicleView> vehicles) {
        if (caller.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var since = store.now().minus(config.attachWithin());
        return store.listUnfinished(caller.get().e164(), since)
                .map(events -> DecidesAttachment.decide(
                        events.stream()
                                .map(event -> new Candidate(event.id, event.vehicleId, event.createdAt))
                                .toList(),
                        Set.copyOf(BeginsEvent.idsOf(vehicles))));
    }

    /** Told again: either the same news, or another operator has the call after a transfer. */
    private Uni<Booked> noteOperator(EventCallEntity booked, CallAnswered answer) {
        var operatorId = answer.call().operatorId();
        boolean isSame = operatorId == null || operatorId.toString().equals(booked.operatorId);
        booked.operatorId = operatorId == null ? booked.operatorId : operatorId.toString();
        return (isSame ? nothing() : noteAnswer(booked.eventId, answer))
                .chain(() -> store.get(booked.eventId))
                .map(event -> new Booked(event, booked.callId, false));
    }

    private Uni<Void> noteAnswer(UUID eventId, CallAnswered answer) {
        var call = answer.call();
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("callId", call.id().toString());
        arguments.put("extension", answer.operatorExtension());
        if (call.waitSeconds() != null) {
            arguments.put("waitSeconds", call.waitSeconds());
        }
        var at = call.answeredAt() == null ? store.now() : call.answeredAt();
        return timelines.append(
                eventId,
                new TimelineEntry(at, operatorOf(answer), TimelineKinds.CALL_ANSWERED, Provenance.MEASURED, arguments));
    }

    private Uni<Void> noteEnd(EventCallEntity booked, CallView call) {
        booked.endedAt = call.endedAt() == null ? store.now() : call.endedAt();
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("callId", call.id().toString());
        if (call.talkSeconds() != null) {
            arguments.put("talkSeconds", call.talkSeconds());
        }
        return timelines.append(
                booked.eventId,
                new TimelineEntry(
                        booked.endedAt, Actor.SYSTEM, TimelineKinds.CALL_ENDED, Provenance.MEASURED, arguments));
    }

    /** The operator by name; an extension that nobody is signed in at stands for itself and owns nothing. */
    private static Actor operatorOf(CallAnswered answer) {
        var call = answer.call();
        return call.operatorId() == null
                ? new Actor(ActorKind.SYSTEM, answer.operatorExtension(), answer.operatorExtension())
                : new Actor(
                        ActorKind.USER,
                        call.operatorId().toString(),
                        call.operatorName() == null ? answer.operatorExtension() : call.operatorName());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
