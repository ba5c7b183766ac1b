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
import org.rescueline.callback.CallbackVerdict;
import org.rescueline.callback.CallbackView.Attempt;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialResult;

/** The row of one attempt. Committed before the order goes to the switch, where its id names the channel. */
@Entity(name = "CallbackAttempt")
@Table(name = "callback_attempt")
class AttemptEntity {

    @Id
    UUID id;

    @Column(name = "callback_id", updatable = false)
    UUID callbackId;

    @Column(name = "operator_id", updatable = false)
    UUID operatorId;

    @Column(name = "operator_name", updatable = false)
    String operatorName;

    @Column(updatable = false)
    String extension;

    @Column(name = "requested_at", updatable = false)
    Instant requestedAt;

    @Column(name = "accepted_at")
    @Nullable
    Instant acceptedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    DialResult result;

    @Column(name = "never_dialled")
    boolean neverDialled;

    @Column(name = "ring_seconds")
    @Nullable
    Double ringSeconds;

    @Column(name = "talk_seconds")
    @Nullable
    Double talkSeconds;

    @Column(name = "hangup_cause")
    @Nullable
    Integer hangupCause;

    @Column(name = "call_id")
    @Nullable
    UUID callId;

    @Enumerated(EnumType.STRING)
    @Nullable
    CallbackVerdict verdict;

    @Column(name = "judged_by")
    @Nullable
    String judgedBy;

    @Column(name = "judged_at")
    @Nullable
    Instant judgedAt;

    @Nullable
    String note;

    static AttemptEntity requested(UUID callbackId, Viewer operator, String extension, Instant now) {
        var attempt = new AttemptEntity();
        attempt.id = Ids.next();
        attempt.callbackId = callbackId;
        attempt.operatorId = operator.userId();
        attempt.operatorName = operator.name();
        attempt.extension = extension;
        attempt.requestedAt = now;
        return attempt;
    }

    boolean isRunning() {
        return endedAt == null;
    }

    /** Whether it could have reached the customer, so that it climbs the ladder. */
    boolean isSpent() {
        return result != null && SettlesAttempt.isSpent(result);
    }

    boolean waitsForVerdict() {
        return result == DialResult.ANSWERED && verdict == null;
    }

    void end(DialOutcome outcome) {
        result = outcome.result();
        endedAt = outcome.endedAt();
        ringSeconds = outcome.ringSeconds();
        talkSeconds = outcome.talkSeconds();
        hangupCause = outcome.hangupCause();
        callId = outcome.callId();
    }

    /** The order never reached the switch: nothing rang. */
    void withdraw(Instant now) {
        neverDialled = true;
        endedAt = now;
    }

    void judge(boolean reached, @Nullable String words, Viewer by, Instant now) {
        verdict = reached ? CallbackVerdict.REACHED : CallbackVerdict.NOT_REACHED;
        note = words;
        judgedBy = by.name();
        judgedAt = now;
    }

    Attempt toView() {
        return new Attempt(
                id, requestedAt, operatorName, result, neverDialled, ringSeconds, talkSeconds, callId, verdict, note);
    }
}
