package org.rescueline.spotcheck.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Ids;
import org.rescueline.spotcheck.SpotCheckState;
import org.rescueline.spotcheck.SpotCheckView;
import org.rescueline.spotcheck.SpotCheckView.CheckedPhone;
import org.rescueline.spotcheck.internal.JudgesSpotCheck.Judgement;
import org.rescueline.station.DutyPhoneCheck;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.station.DutyPhoneView;
import org.rescueline.station.StationSummary;
import org.rescueline.telephony.DialOutcome;

/** The row of a spot check. Committed with its attempt's id before the order goes to the switch. */
@Entity(name = "SpotCheck")
@Table(name = "spot_check")
class SpotCheckEntity {

    @Id
    UUID id;

    @Column(name = "station_id", updatable = false)
    UUID stationId;

    @Column(name = "duty_phone_id", updatable = false)
    UUID dutyPhoneId;

    @Column(updatable = false)
    @Convert(converter = StationColumn.class)
    @ColumnTransformer(read = "cast(station as text)", write = StationColumn.WRITE)
    StationSummary station;

    @Column(updatable = false)
    String number;

    @Enumerated(EnumType.STRING)
    SpotCheckState state = SpotCheckState.CLAIMED;

    @Column(name = "requested_by", updatable = false)
    UUID requestedBy;

    @Column(name = "requested_by_name", updatable = false)
    String requestedByName;

    @Column(name = "requested_at", updatable = false)
    Instant requestedAt;

    @Column(name = "attempt_id", updatable = false)
    UUID attemptId;

    @Column(name = "dialled_at")
    @Nullable
    Instant dialledAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ring_seconds")
    @Nullable
    Double ringSeconds;

    @Enumerated(EnumType.STRING)
    @Nullable
    DutyPhoneVerdict verdict;

    @Nullable
    Boolean counts;

    @Column(name = "hangup_cause")
    @Nullable
    Integer hangupCause;

    @Column(name = "call_id")
    @Nullable
    UUID callId;

    @Column(name = "answer_within_seconds", updatable = false)
    double answerWithinSeconds;

    @Column(name = "plan_id", updatable = false)
    @Nullable
    UUID planId;

    @Nullable
    String seed;

    static SpotCheckEntity requested(
            StationSummary station, DutyPhoneView phone, Viewer by, Duration answerWithin, Instant now) {
        var check = new SpotCheckEntity();
        check.id = Ids.next();
        check.stationId = station.id();
        check.station = station;
        check.dutyPhoneId = phone.id();
        check.number = phone.number();
        check.requestedBy = by.userId();
        check.requestedByName = by.name();
        check.requestedAt = now;
        check.attemptId = Ids.next();
        check.answerWithinSeconds = answerWithin.toMillis() / 1000.0;
        return check;
    }

    boolean isRunning() {
        return state != SpotCheckState.DONE;
    }

    void dialled(Instant now) {
        state = SpotCheckState.DIALLING;
        dialledAt = now;
    }

    void judge(Judgement judgement, DialOutcome outcome) {
        if (dialledAt == null) {
            dialledAt = outcome.startedAt();
        }
        ringSeconds = judgement.ringSeconds();
        hangupCause = outcome.hangupCause();
        callId = outcome.callId();
        finish(judgement.verdict(), outcome.endedAt());
    }

    /** Our side never rang the phone. */
    void neverDialled(Instant now) {
        finish(DutyPhoneVerdict.OUR_LINE_FAILED, now);
    }

    Duration answerWithin() {
        return Duration.ofMillis(Math.round(answerWithinSeconds * 1000));
    }

    DutyPhoneCheck toDutyPhoneCheck(DutyPhoneVerdict found) {
        return new DutyPhoneCheck(id, dialledAt == null ? requestedAt : dialledAt, found, ringSeconds);
    }

    SpotCheckView toView() {
        return new SpotCheckView(
                id,
                station,
                new CheckedPhone(dutyPhoneId, number),
                state,
                requestedBy,
                requestedByName,
                requestedAt,
                dialledAt,
                endedAt,
                ringSeconds,
                answerWithinSeconds,
                verdict,
                counts,
                hangupCause,
                callId,
                planId);
    }

    private void finish(DutyPhoneVerdict found, Instant at) {
        state = SpotCheckState.DONE;
        verdict = found;
        counts = found.counts();
        endedAt = at;
    }
}
