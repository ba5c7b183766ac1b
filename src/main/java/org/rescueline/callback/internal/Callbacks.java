package org.rescueline.callback.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.callback.CallbackConfig;
import org.rescueline.callback.CallbackFilter;
import org.rescueline.callback.CallbackReason;
import org.rescueline.callback.CallbackService;
import org.rescueline.callback.CallbackView;
import org.rescueline.callback.NewCallback;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;

/** The front door's other side. */
@ApplicationScoped
class Callbacks implements CallbackService {

    /** A promise "now" is a moment old when it arrives. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final CallbackFlow flow;
    private final CallbackStore store;
    private final CallbackViews views;
    private final ListsCallbacks lists;
    private final EndsAttempt ends;
    private final CallbackConfig config;
    private final Clock clock;

    Callbacks(
            CallbackFlow flow,
            CallbackStore store,
            CallbackViews views,
            ListsCallbacks lists,
            EndsAttempt ends,
            CallbackConfig config,
            Clock clock) {
        this.flow = flow;
        this.store = store;
        this.views = views;
        this.lists = lists;
        this.ends = ends;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<CallbackView> getCallback(UUID id) {
        return Panache.withSession(() -> store.get(id).chain(views::of));
    }

    @Override
    public Uni<Page<CallbackView>> listCallbacks(CallbackFilter filter, PageRequest page) {
        return Panache.withSession(() -> lists.list(filter, page));
    }

    @Override
    public Uni<CallbackView> createCallback(NewCallback wanted, Viewer by) {
        if (wanted.reason() == CallbackReason.ABANDONED_CALL) {
            throw Failure.invalid("reason", "callback.reason-by-hand");
        }
        if (wanted.dueAt().isBefore(clock.instant().minus(CLOCK_SKEW))) {
            throw Failure.invalid("dueAt", "callback.due-in-the-past");
        }
        var callback = CallbackEntity.owed(
                wanted.reason(),
                wanted.number(),
                clock.instant(),
                wanted.dueAt(),
                wanted.dueAt().plus(config.promiseDeadline()),
                new Actor(ActorKind.USER, by.userId().toString(), by.name()));
        callback.eventId = wanted.eventId();
        callback.note = wanted.note();
        return Panache.withTransaction(() -> store.persist(callback).chain(() -> views.tell(callback)));
    }

    @Override
    public Uni<CallbackView> dial(UUID id, Viewer operator) {
        return flow.dial(id, operator);
    }

    @Override
    public Uni<CallbackView> judge(UUID id, boolean reached, @Nullable String note, Viewer by) {
        return Panache.withTransaction(() -> ends.judge(id, reached, note, by).chain(views::tell));
    }
}
