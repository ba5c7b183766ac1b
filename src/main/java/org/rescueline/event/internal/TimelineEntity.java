package org.rescueline.event.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.rescueline.event.TimelineEntry;
import org.rescueline.event.TimelineView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Ids;
import org.rescueline.shared.Provenance;

/** A line of a timeline. The schema refuses to change or delete it. */
@Entity(name = "EventTimeline")
@Table(name = "event_timeline")
@Immutable
class TimelineEntity {

    @Id
    UUID id;

    @Column(name = "event_id")
    UUID eventId;

    Instant at;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "actor_kind")
    @Enumerated(EnumType.STRING)
    ActorKind actorKind;

    @Column(name = "actor_id")
    String actorId;

    @Column(name = "actor_name")
    String actorName;

    String kind;

    @Enumerated(EnumType.STRING)
    Provenance provenance;

    @Convert(converter = Json.Arguments.class)
    @ColumnTransformer(read = "cast(arguments as text)", write = Json.WRITE)
    Map<String, Object> arguments;

    static TimelineEntity of(UUID eventId, TimelineEntry entry, Instant now) {
        var line = new TimelineEntity();
        line.id = Ids.next();
        line.eventId = eventId;
        line.at = entry.at();
        line.recordedAt = now;
        line.actorKind = entry.actor().kind();
        line.actorId = entry.actor().id();
        line.actorName = entry.actor().name();
        line.kind = entry.kind();
        line.provenance = entry.provenance();
        line.arguments = entry.arguments();
        return line;
    }

    TimelineView toView() {
        return new TimelineView(
                id, at, recordedAt, new Actor(actorKind, actorId, actorName), kind, provenance, arguments);
    }
}
