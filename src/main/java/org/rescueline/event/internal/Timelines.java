package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rescueline.event.TimelineEntry;
import org.rescueline.event.TimelineView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Provenance;

/** The timelines of cases: written in the transaction of the change they tell of, read in the order of happening. */
@ApplicationScoped
class Timelines {

    private final Clock clock;

    Timelines(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> append(UUID eventId, TimelineEntry entry) {
        var line = TimelineEntity.of(eventId, entry, clock.instant());
        return Panache.getSession().chain(session -> session.persist(line));
    }

    /** Writes down what somebody did just now. */
    Uni<Void> append(UUID eventId, Actor actor, String kind, Map<String, Object> arguments) {
        return append(eventId, new TimelineEntry(clock.instant(), actor, kind, Provenance.MEASURED, arguments));
    }

    Uni<List<TimelineView>> list(UUID eventId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from EventTimeline where eventId = :event order by at, id", TimelineEntity.class)
                        .setParameter("event", eventId)
                        .getResultList())
                .map(lines -> lines.stream().map(TimelineEntity::toView).toList());
    }

    /** When a line of this kind was last written. */
    Uni<Optional<Instant>> findLast(UUID eventId, String kind) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select max(recordedAt) from EventTimeline where eventId = :event and kind = :kind",
                                Instant.class)
                        .setParameter("event", eventId)
                        .setParameter("kind", kind)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
