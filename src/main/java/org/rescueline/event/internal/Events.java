package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rescueline.event.CallAttached;
import org.rescueline.event.CallerCard;
import org.rescueline.event.EventChanged;
import org.rescueline.event.EventClosed;
import org.rescueline.event.EventEdit;
import org.rescueline.event.EventFact;
import org.rescueline.event.EventFilter;
import org.rescueline.event.EventOpened;
import org.rescueline.event.EventService;
import org.rescueline.event.EventSource;
import org.rescueline.event.EventView;
import org.rescueline.event.NewEvent;
import org.rescueline.event.PriorityRow;
import org.rescueline.event.PriorityTable;
import org.rescueline.event.TimelineEntry;
import org.rescueline.event.TimelineView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.telephony.TelephonyService;

/** The front door's other side: opens the transaction, lets the rules work, tells what happened once it is committed. */
@ApplicationScoped
class Events implements EventService {

    private final EventStore store;
    private final Timelines timelines;
    private final AssemblesView views;
    private final ListsEvents lists;
    private final BeginsEvent begins;
    private final EditsEvent edits;
    private final LifeOfEvent life;
    private final MovesCalls moves;
    private final PriorityTables tables;
    private final CallerCards cards;
    private final TelephonyService telephony;
    private final Facts facts;

    Events(
            EventStore store,
            Timelines timelines,
            AssemblesView views,
            ListsEvents lists,
            BeginsEvent begins,
            EditsEvent edits,
            LifeOfEvent life,
            MovesCalls moves,
            PriorityTables tables,
            CallerCards cards,
            TelephonyService telephony,
            Facts facts) {
        this.store = store;
        this.timelines = timelines;
        this.views = views;
        this.lists = lists;
        this.begins = begins;
        this.edits = edits;
        this.life = life;
        this.moves = moves;
        this.tables = tables;
        this.cards = cards;
        this.telephony = telephony;
        this.facts = facts;
    }

    @Override
    public Uni<EventView> getEvent(UUID id) {
        return Panache.withSession(() -> store.get(id).chain(views::of));
    }

    @Override
    public Uni<Page<EventView>> listEvents(EventFilter filter, PageRequest page) {
        return Panache.withSession(() -> lists.list(filter, page));
    }

    @Override
    public Uni<EventView> createDraft(NewEvent draft, Actor actor) {
        return Panache.withTransaction(() -> begins.draft(
                        EventSource.MANUAL, Optional.ofNullable(draft.callerNumber()), actor)
                .call(event ->
                        draft.callId() == null ? Uni.createFrom().voidItem() : bookFree(event, draft.callId(), actor))
                .call(event -> edits.apply(event, draft.edit(), actor))
                .chain(event -> tell(event, EventChanged::new)));
    }

    @Override
    public Uni<EventView> edit(UUID id, EventEdit edit, Actor actor, long version) {
        return Panache.withTransaction(() -> store.lock(id)
                .call(event -> refuseStale(event, version))
                .invoke(LifeOfEvent::requireUnfinished)
                .call(event -> edits.apply(event, edit, actor))
                .chain(event -> tell(event, EventChanged::new)));
    }

    @Override
    public Uni<EventView> open(UUID id, Actor actor) {
        return Panache.withTransaction(() -> store.lock(id).chain(event -> life.open(event, actor)
                .chain(isNew -> isNew ? tell(event, EventOpened::new) : views.of(event))));
    }

    @Override
    public Uni<EventView> close(UUID id, String reason, Actor actor) {
        return Panache.withTransaction(() -> store.lock(id).chain(event -> life.close(event, reason, actor)
                .chain(isNew -> isNew ? tell(event, EventClosed::new) : views.of(event))));
    }

    @Override
    public Uni<EventView> attachCall(UUID id, UUID callId, Actor actor) {
        return Panache.withTransaction(() -> moves.attach(id, callId, actor).chain(moved -> tellMoved(moved, callId)));
    }

    @Override
    public Uni<EventView> separateCall(UUID id, UUID callId, Actor actor) {
        return Panache.withTransaction(
                () -> moves.separate(id, callId, actor).chain(moved -> tellMoved(moved, callId)));
    }

    @Override
    public Uni<Void> appendTimeline(UUID eventId, TimelineEntry entry) {
        return Panache.withTransaction(() -> timelines.append(eventId, entry));
    }

    @Override
    public Uni<Void> linkRescue(UUID eventId, UUID rescueJobId) {
        return Panache.withTransaction(() -> store.lock(eventId)
                .invoke(event -> event.rescueJobId = rescueJobId)
                .chain(event -> tell(event, EventChanged::new))
                .replaceWithVoid());
    }

    @Override
    public Uni<List<TimelineView>> listTimeline(UUID eventId) {
        return Panache.withSession(() -> store.get(eventId).chain(event -> timelines.list(event.id)));
    }

    @Override
    public Uni<CallerCard> callerCard(UUID callId) {
        return telephony.getCall(callId).chain(cards::of);
    }

    @Override
    public Uni<PriorityTable> getPriorityTable() {
        return Panache.withSession(tables::inForce);
    }

    @Override
    public Uni<PriorityTable> replacePriorityTable(List<PriorityRow> rows, Actor actor, long version) {
        var checked = ChecksPriorityTable.checked(rows);
        return Panache.withTransaction(() -> tables.replace(checked, actor, version));
    }

    private Uni<Void> bookFree(EventEntity event, UUID callId, Actor actor) {
        return store.findCall(callId).chain(known -> {
            if (known.isPresent()) {
                throw Failure.conflict("event.call-taken", Map.of("call", callId.toString()));
            }
            return telephony.getCall(callId).chain(call -> moves.book(event, call, actor, false));
        });
    }

    private Uni<Void> refuseStale(EventEntity event, long version) {
        return event.version == version
                ? Uni.createFrom().voidItem()
                : views.of(event)
                        .invoke(current -> {
                            throw Failure.stale(current);
                        })
                        .replaceWithVoid();
    }

    private Uni<EventView> tellMoved(MovesCalls.Moved moved, UUID callId) {
        var former = moved.from()
                .map(from -> tell(from, EventChanged::new).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
        return former.chain(() -> tell(moved.to(), view -> new CallAttached(callId, view, false)));
    }

    /** The view, and the promise to publish the fact once it is true for everybody. */
    private Uni<EventView> tell(EventEntity event, Function<EventView, EventFact> fact) {
        return views.of(event).call(view -> AfterCommit.run(() -> facts.publish(fact.apply(view))));
    }
}
