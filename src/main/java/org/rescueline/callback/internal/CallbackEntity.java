package org.rescueline.callback.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.callback.CallbackReason;
import org.rescueline.callback.CallbackState;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Ids;
import org.rescueline.shared.PhoneNumber;

/** The row of a call that is owed. Changed only while locked. */
@Entity(name = "Callback")
@Table(name = "callback")
class CallbackEntity {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    CallbackReason reason;

    @Column(updatable = false)
    String number;

    @Column(name = "event_id")
    @Nullable
    UUID eventId;

    @Nullable
    String note;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "deadline_at", updatable = false)
    Instant deadlineAt;

    @Enumerated(EnumType.STRING)
    CallbackState state = CallbackState.DUE;

    @Column(name = "claimed_by")
    @Nullable
    UUID claimedBy;

    @Column(name = "claimed_by_name")
    @Nullable
    String claimedByName;

    @Column(name = "settled_by_call_id")
    @Nullable
    UUID settledByCallId;

    /** Since when the customer has stood in line; only for {@link CallbackReason#CALLER_REQUEST}. */
    @Column(name = "place_since")
    @Nullable
    Instant placeSince;

    @Column(name = "done_at")
    @Nullable
    Instant doneAt;

    long version;

    static CallbackEntity owed(
            CallbackReason reason, PhoneNumber number, Instant now, Instant dueAt, Instant deadlineAt, Actor by) {
        var callback = new CallbackEntity();
        callback.id = Ids.next();
        callback.reason = reason;
        callback.number = number.e164();
        callback.createdAt = now;
        callback.createdBy = by.name();
        callback.dueAt = dueAt;
        callback.deadlineAt = deadlineAt;
        return callback;
    }

    void claim(Viewer operator) {
        state = CallbackState.CLAIMED;
        claimedBy = operator.userId();
        claimedByName = operator.name();
        version++;
    }

    /** The customer asked for it, and keeps the place in line; of two places the earlier counts. */
    void request(Instant since) {
        reason = CallbackReason.CALLER_REQUEST;
        placeSince = placeSince == null || since.isBefore(placeSince) ? since : placeSince;
        version++;
    }

    void move(CallbackState next) {
        state = next;
        version++;
    }

    /** What an attempt that is over made of it. */
    void move(SettlesAttempt.Next next, Instant now) {
        move(next.state());
        if (next.state() == CallbackState.DUE) {
            dueAt = next.dueAt();
            claimedBy = null;
            claimedByName = null;
        }
        if (!next.state().isOpen()) {
            doneAt = now;
        }
    }

    void finish(Instant now) {
        move(CallbackState.DONE);
        doneAt = now;
    }

    /** The customer called again and was answered. */
    void settle(UUID callId, Instant now) {
        settledByCallId = callId;
        finish(now);
    }
}
