package org.rescueline.callback.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rescueline.callback.CallbackView.AbandonedCall;

/** A call whose caller gave up. The call's id is the key: it is counted once, however often it is told. */
@Entity(name = "CallbackCall")
@Table(name = "callback_call")
class AbandonedCallEntity {

    @Id
    @Column(name = "call_id")
    UUID callId;

    @Column(name = "callback_id", updatable = false)
    UUID callbackId;

    @Column(updatable = false)
    Instant at;

    static AbandonedCallEntity of(UUID callId, UUID callbackId, Instant at) {
        var call = new AbandonedCallEntity();
        call.callId = callId;
        call.callbackId = callbackId;
        call.at = at;
        return call;
    }

    AbandonedCall toView() {
        return new AbandonedCall(callId, at);
    }
}
