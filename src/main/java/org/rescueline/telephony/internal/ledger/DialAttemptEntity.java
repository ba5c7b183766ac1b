package org.rescueline.telephony.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.DialAttempt;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.DialResult;
import org.rescueline.telephony.OutboundCallView;

/** One order to ring somebody, and its outcome. Its id is the first channel's Uniqueid. */
@Entity
@Table(name = "dial_attempt")
public class DialAttemptEntity {

    @Id
    public UUID id;

    public String pbx;

    @Enumerated(EnumType.STRING)
    public DialPurpose purpose;

    public String number;

    @Column(name = "operator_extension")
    public @Nullable String operatorExtension;

    @Column(name = "caller_id")
    public String callerId;

    @Column(name = "ring_timeout_millis")
    public long ringTimeoutMillis;

    @Column(name = "ordered_at")
    public Instant orderedAt;

    @Column(name = "sent_at")
    public @Nullable Instant sentAt;

    public @Nullable String refusal;

    @Enumerated(EnumType.STRING)
    public @Nullable DialResult result;

    @Column(name = "ring_seconds")
    public @Nullable Double ringSeconds;

    @Column(name = "talk_seconds")
    public @Nullable Double talkSeconds;

    @Column(name = "hangup_cause")
    public @Nullable Integer hangupCause;

    @Column(name = "started_at")
    public @Nullable Instant startedAt;

    @Column(name = "ringing_at")
    public @Nullable Instant ringingAt;

    @Column(name = "answered_at")
    public @Nullable Instant answeredAt;

    @Column(name = "ended_at")
    public @Nullable Instant endedAt;

    @Column(name = "call_id")
    public @Nullable UUID callId;

    @Column(name = "ordered_by")
    public @Nullable UUID orderedBy;

    @Column(name = "ordered_by_name")
    public @Nullable String orderedByName;

    @Column(name = "event_id")
    public @Nullable UUID eventId;

    /** The row for an order, before the switch hears of it. */
    public static DialAttemptEntity of(DialOrder order, String pbx, Instant orderedAt) {
        var row = new DialAttemptEntity();
        row.id = order.attemptId();
        row.pbx = pbx;
        row.purpose = order.purpose();
        row.number = order.number().e164();
        row.operatorExtension = order.operatorExtension();
        row.callerId = order.callerId();
        row.ringTimeoutMillis = order.ringTimeout().toMillis();
        row.orderedAt = orderedAt;
        return row;
    }

    /** Whether an outcome is known. */
    public boolean isOver() {
        return result != null;
    }

    /** Notes the outcome. */
    public void end(DialOutcome outcome) {
        result = outcome.result();
        ringSeconds = outcome.ringSeconds();
        talkSeconds = outcome.talkSeconds();
        hangupCause = outcome.hangupCause();
        startedAt = outcome.startedAt();
        ringingAt = outcome.ringingAt();
        answeredAt = outcome.answeredAt();
        endedAt = outcome.endedAt();
        callId = outcome.callId();
    }

    /** The outcome, once there is one. */
    public Optional<DialOutcome> outcome() {
        var ended = endedAt;
        if (result == null || ended == null) {
            return Optional.empty();
        }
        return Optional.of(new DialOutcome(
                result,
                ringSeconds,
                talkSeconds == null ? 0 : talkSeconds,
                hangupCause == null ? DialOutcome.CAUSE_UNKNOWN : hangupCause,
                startedAt == null ? orderedAt : startedAt,
                ringingAt,
                answeredAt,
                ended,
                callId));
    }

    /** What was rung from the page, and what came of it. */
    public OutboundCallView outboundView() {
        return new OutboundCallView(
                id,
                number,
                callerId,
                operatorExtension == null ? "" : operatorExtension,
                orderedBy,
                orderedByName,
                eventId,
                orderedAt,
                refusal,
                outcome().orElse(null));
    }

    /** How the switch took it. */
    public DialAttempt view() {
        return new DialAttempt(id, purpose, orderedAt, refusal == null, refusal);
    }
}
