package org.rescueline.demo.staff;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.rescueline.event.EventFilter;
import org.rescueline.event.EventService;
import org.rescueline.event.EventState;
import org.rescueline.event.EventView;
import org.rescueline.rescue.RescueService;
import org.rescueline.security.UserView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.PageRequest;

/** The simulated operators: they write down what their callers told, and ask for a rescue when one is wanted. */
@Singleton
class Colleagues {

    /** How long a simulated operator listens before writing. */
    private static final Duration LISTENS = Duration.ofSeconds(20);

    private final EventService events;
    private final RescueService rescues;
    private final Clock clock;

    Colleagues(EventService events, RescueService rescues, Clock clock) {
        this.events = events;
        this.rescues = rescues;
        this.clock = clock;
    }

    /** Looks through the operator's drafts once. */
    Uni<Void> work(UserView operator) {
        return events.listEvents(draftsOf(operator), PageRequest.first(PageRequest.MAX_SIZE))
                .onItem()
                .transformToMulti(page -> Multi.createFrom().iterable(page.items()))
                .filter(this::hasListenedTo)
                .onItem()
                .transformToUniAndConcatenate(draft -> record(draft, actorOf(operator)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> record(EventView draft, Actor operator) {
        var story = CaseStory.draw(draft.id().getLeastSignificantBits());
        var recorded = events.edit(draft.id(), story.asEdit(), operator, draft.version())
                .chain(edited -> events.open(edited.id(), operator));
        if (!story.wantsRescue()) {
            return recorded.chain(opened -> events.close(opened.id(), "演示：已答复", operator))
                    .replaceWithVoid();
        }
        return recorded.chain(opened -> requestIfPlaceIsKnown(opened, operator));
    }

    private Uni<Void> requestIfPlaceIsKnown(EventView opened, Actor operator) {
        if (opened.findPlace().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rescues.requestRescue(opened.id(), operator).replaceWithVoid();
    }

    private boolean hasListenedTo(EventView draft) {
        return draft.createdAt().plus(LISTENS).isBefore(clock.instant());
    }

    private static EventFilter draftsOf(UserView operator) {
        return new EventFilter(
                Set.of(EventState.DRAFT), Set.of(), operator.id().toString(), null, null, null, null, null);
    }

    static Actor actorOf(UserView user) {
        return new Actor(ActorKind.USER, user.id().toString(), user.displayName());
    }

    static Actor stationActor(UUID stationId, String name) {
        return new Actor(ActorKind.STATION, stationId.toString(), name);
    }
}
