package org.rescueline.event.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventView.EventCall;

/** A call in a case. The call's id is the key: a call belongs to one case at a time. */
@Entity(name = "EventCall")
@Table(name = "event_call")
class EventCallEntity {

    @Id
    @Column(name = "call_id")
    UUID callId;

    @Column(name = "event_id")
    UUID eventId;

    @Column(updatable = false)
    Instant at;

    @Column(updatable = false)
    String direction;

    /** Who spoke last; sees the caller's number in clear like the owner. */
    @Column(name = "operator_id")
    @Nullable
    String operatorId;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    EventCall toView() {
        return new EventCall(callId, at, direction, operatorId);
    }
}
