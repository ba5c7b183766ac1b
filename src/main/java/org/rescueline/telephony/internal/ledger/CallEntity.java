package org.rescueline.telephony.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Ids;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.LegRole;
import org.rescueline.telephony.MenuChoice;
import org.rescueline.telephony.internal.fold.CallStory;

/** One call; see {@link CallView}. */
@Entity
@Table(name = "call")
public class CallEntity {

    @Id
    UUID id = Ids.next();

    String pbx;
    String linkedid;

    @Enumerated(EnumType.STRING)
    CallDirection direction;

    @Enumerated(EnumType.STRING)
    @Nullable
    DialPurpose purpose;

    @Enumerated(EnumType.STRING)
    CallState state;

    @Column(name = "caller_number")
    @Nullable
    String callerNumber;

    @Column(name = "dialed_number")
    @Nullable
    String dialedNumber;

    @Column(name = "offered_at")
    Instant offeredAt;

    @Column(name = "queued_at")
    @Nullable
    Instant queuedAt;

    @Column(name = "ringing_at")
    @Nullable
    Instant ringingAt;

    @Column(name = "answered_at")
    @Nullable
    Instant answeredAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "abandoned_at")
    @Nullable
    Instant abandonedAt;

    @Column(name = "operator_extension")
    @Nullable
    String operatorExtension;

    @Column(name = "operator_id")
    @Nullable
    UUID operatorId;

    @Column(name = "operator_name")
    @Nullable
    String operatorName;

    @Column(name = "hangup_cause")
    @Nullable
    Integer hangupCause;

    boolean rebuilt;

    @Enumerated(EnumType.STRING)
    @Nullable
    MenuChoice choice;

    @Column(name = "callback_requested")
    boolean callbackRequested;

    @Version
    long version;

    static CallEntity of(CallKey key) {
        var row = new CallEntity();
        row.pbx = key.pbx();
        row.linkedid = key.linkedid();
        return row;
    }

    /** Takes what the legs tell; who the operator is, and whom we meant to ring, is added by those who know. */
    void take(CallStory story) {
        direction = story.direction();
        purpose = story.purpose();
        state = story.state();
        callerNumber = normalised(story.callerNumber());
        dialedNumber = story.dialedNumber();
        offeredAt = story.offeredAt();
        queuedAt = story.queuedAt();
        ringingAt = story.ringingAt();
        answeredAt = story.answeredAt();
        endedAt = story.endedAt();
        abandonedAt = story.abandonedAt();
        hangupCause = story.hangupCause();
        rebuilt = story.rebuilt();
        choice = story.choice();
        callbackRequested = story.callbackRequested();
    }

    /** For a call we ordered, whom it was for: its legs carry trunk formats and our own number. */
    void takeOrder(DialAttemptEntity attempt) {
        callerNumber = attempt.callerId;
        dialedNumber = attempt.number;
    }

    /**
     * Who has, or last had, the call.
     *
     * @param extension null when nobody ever had it
     * @param operator null when nobody is known at the extension
     */
    void takeOperator(@Nullable String extension, FindsOperator.@Nullable Operator operator) {
        operatorExtension = extension;
        operatorId = operator == null ? null : operator.id();
        operatorName = operator == null ? null : operator.name();
    }

    CallView view(List<CallLegEntity> legs) {
        return new CallView(
                id,
                pbx,
                linkedid,
                direction,
                purpose,
                state,
                callerNumber,
                dialedNumber,
                offeredAt,
                queuedAt,
                ringingAt,
                answeredAt,
                endedAt,
                abandonedAt,
                ringing(legs),
                operatorExtension,
                operatorId,
                operatorName,
                seconds(offeredAt, answeredAt == null ? endedAt : answeredAt),
                answeredAt == null ? null : seconds(answeredAt, endedAt),
                hangupCause,
                rebuilt,
                choice,
                callbackRequested,
                legs.stream()
                        .sorted(Comparator.comparing((CallLegEntity leg) -> leg.firstSeenAt)
                                .thenComparing(leg -> leg.uniqueid))
                        .map(leg -> leg.view(this))
                        .toList());
    }

    private List<String> ringing(List<CallLegEntity> legs) {
        if (state.isOver()) {
            return List.of();
        }
        return legs.stream()
                .filter(leg -> leg.role == LegRole.OPERATOR && leg.toLeg().isRinging())
                .map(leg -> leg.extension)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** One form for every number, so that a caller is found again; what is no number stays as it was told. */
    private static @Nullable String normalised(@Nullable String told) {
        return PhoneNumber.find(told).map(PhoneNumber::e164).orElse(told);
    }

    private static @Nullable Double seconds(Instant from, @Nullable Instant to) {
        return to == null ? null : Math.max(0, Duration.between(from, to).toMillis()) / 1000.0;
    }
}
