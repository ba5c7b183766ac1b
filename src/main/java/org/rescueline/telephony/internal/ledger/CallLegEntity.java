package org.rescueline.telephony.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.CallLegView;
import org.rescueline.telephony.LegRole;
import org.rescueline.telephony.MenuChoice;
import org.rescueline.telephony.internal.fold.Leg;
import org.rescueline.telephony.internal.fold.PlayedLeg;

/** One channel of a switch; see {@link Leg}. */
@Entity
@Table(name = "call_leg")
public class CallLegEntity {

    @Id
    UUID id = Ids.next();

    String pbx;
    String uniqueid;

    @Column(name = "call_id")
    UUID callId;

    String linkedid;

    @Column(name = "linked_at")
    Instant linkedAt;

    String channel;

    @Enumerated(EnumType.STRING)
    LegRole role = LegRole.OTHER;

    @Nullable
    String extension;

    @Column(name = "caller_number")
    @Nullable
    String callerNumber;

    @Column(name = "dialed_number")
    @Nullable
    String dialedNumber;

    @Column(name = "first_seen_at")
    Instant firstSeenAt;

    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    @Column(name = "queued_at")
    @Nullable
    Instant queuedAt;

    @Column(name = "ringing_at")
    @Nullable
    Instant ringingAt;

    @Column(name = "answered_at")
    @Nullable
    Instant answeredAt;

    @Column(name = "bridged_at")
    @Nullable
    Instant bridgedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "hangup_cause")
    @Nullable
    Integer hangupCause;

    @Enumerated(EnumType.STRING)
    @Nullable
    MenuChoice choice;

    @Column(name = "callback_requested")
    boolean callbackRequested;

    boolean rebuilt;

    @Version
    long version;

    /** A new row for a leg of a call. */
    static CallLegEntity of(String pbx, UUID callId, Leg leg) {
        var row = new CallLegEntity();
        row.pbx = pbx;
        row.uniqueid = leg.uniqueid();
        row.callId = callId;
        row.take(leg);
        return row;
    }

    Leg toLeg() {
        return new Leg(
                uniqueid,
                linkedid,
                linkedAt,
                channel,
                callerNumber,
                dialedNumber,
                firstSeenAt,
                createdAt,
                queuedAt,
                ringingAt,
                answeredAt,
                bridgedAt,
                endedAt,
                hangupCause,
                choice,
                callbackRequested,
                rebuilt);
    }

    void take(Leg leg) {
        linkedid = leg.linkedid();
        linkedAt = leg.linkedAt();
        channel = leg.channel();
        callerNumber = leg.callerNumber();
        dialedNumber = leg.dialedNumber();
        firstSeenAt = leg.firstSeenAt();
        createdAt = leg.createdAt();
        queuedAt = leg.queuedAt();
        ringingAt = leg.ringingAt();
        answeredAt = leg.answeredAt();
        bridgedAt = leg.bridgedAt();
        endedAt = leg.endedAt();
        hangupCause = leg.hangupCause();
        choice = leg.choice();
        callbackRequested = leg.callbackRequested();
        rebuilt = leg.rebuilt();
    }

    void play(PlayedLeg played) {
        role = played.role();
        extension = played.extension();
    }

    CallLegView view(CallEntity call) {
        return new CallLegView(
                uniqueid,
                channel,
                role,
                extension,
                numberOf(call),
                createdAt == null ? firstSeenAt : createdAt,
                ringingAt,
                answeredAt,
                endedAt,
                hangupCause);
    }

    private @Nullable String numberOf(CallEntity call) {
        return switch (role) {
            case CALLER -> call.callerNumber;
            case STATION, CUSTOMER -> call.dialedNumber;
            case OPERATOR -> extension;
            case OTHER -> null;
        };
    }
}
