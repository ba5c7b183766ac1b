package org.rescueline.rescue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventEdit;
import org.rescueline.event.EventKind;
import org.rescueline.event.EventService;
import org.rescueline.event.EventView;
import org.rescueline.event.NewEvent;
import org.rescueline.event.TimelineView;
import org.rescueline.event.ToldPlace;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ReactiveBridge;

/** Cases for tests of rescues: emergencies (P2 by the table) whose caller told the place. */
@Singleton
public class Cases {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Inject
    EventService events;

    @Inject
    ReactiveBridge bridge;

    @Inject
    Pool pool;

    /** An open case. */
    public UUID open(double latitude, double longitude) {
        return open(told(latitude, longitude));
    }

    /** An open case of a truck that is entered here. */
    public UUID openFor(UUID vehicleId, double latitude, double longitude) {
        var edit = EventEdit.nothing()
                .withKind(EventKind.EMERGENCY_RESCUE)
                .withVehicle(vehicleId)
                .withToldPlace(told(latitude, longitude));
        var draft = done(() -> events.createDraft(new NewEvent(null, null, edit), Actor.SYSTEM));
        return done(() -> events.open(draft.id(), Actor.SYSTEM)).id();
    }

    /** An open case whose place is words alone. */
    public UUID openWithoutCoordinates() {
        return open(told(null, null));
    }

    /** A case nobody has taken on yet. */
    public UUID draft(double latitude, double longitude) {
        return begin(told(latitude, longitude)).id();
    }

    /** The caller tells another place. */
    public void tell(UUID eventId, double latitude, double longitude) {
        var edit = EventEdit.nothing().withToldPlace(told(latitude, longitude));
        done(() -> events.getEvent(eventId).chain(event -> events.edit(eventId, edit, Actor.SYSTEM, event.version())));
    }

    /** The case as it stands. */
    public EventView get(UUID eventId) {
        return done(() -> events.getEvent(eventId));
    }

    /** What the timeline tells of rescues, oldest first. */
    public List<TimelineView> rescueLines(UUID eventId) {
        return done(() -> events.listTimeline(eventId)).stream()
                .filter(line -> line.arguments().containsKey("jobNumber"))
                .toList();
    }

    /**
     * Does something while every attempt to write into the case's timeline runs the given SQL first.
     *
     * @param plpgsql statements such as {@code raise exception 'no'}
     */
    public <T> T whileTimelineDoes(UUID eventId, String plpgsql, Supplier<T> action) {
        var name = "test_" + eventId.toString().replace("-", "");
        sql("create function %s() returns trigger language plpgsql as $$ begin %s; return new; end $$"
                .formatted(name, plpgsql));
        sql(
                "create trigger %s before insert on event_timeline for each row when (new.event_id = '%s') execute function %s()"
                        .formatted(name, eventId, name));
        try {
            return action.get();
        } finally {
            sql("drop trigger %s on event_timeline".formatted(name));
            sql("drop function %s()".formatted(name));
        }
    }

    private UUID open(ToldPlace place) {
        var draft = begin(place);
        return done(() -> events.open(draft.id(), Actor.SYSTEM)).id();
    }

    private EventView begin(ToldPlace place) {
        var edit = EventEdit.nothing().withKind(EventKind.EMERGENCY_RESCUE).withToldPlace(place);
        return done(() -> events.createDraft(new NewEvent(null, null, edit), Actor.SYSTEM));
    }

    private static ToldPlace told(@Nullable Double latitude, @Nullable Double longitude) {
        return new ToldPlace("G30 连霍高速 往西安方向 K985+300", null, null, null, latitude, longitude, true);
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().atMost(DEADLINE);
    }

    private <T> T done(Supplier<Uni<T>> work) {
        return bridge.run("test-cases", DEADLINE, work)
                .toCompletableFuture()
                .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
