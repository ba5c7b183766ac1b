package org.rescueline.telephony.internal.fold;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.MenuChoice;

/**
 * What is known of one leg.
 *
 * @param linkedAt when it was last said to belong to {@code linkedid}; the latest word wins
 * @param firstSeenAt the first instant it was known to exist
 * @param createdAt when its channel was made; null while only later things are known
 * @param choice what the caller said the call is about; null when not asked, or not known
 * @param callbackRequested whether the caller asked to be called back
 * @param rebuilt whether any instant was learnt from the record instead of live
 */
public record Leg(
        String uniqueid,
        String linkedid,
        Instant linkedAt,
        String channel,
        @Nullable String callerNumber,
        @Nullable String dialedNumber,
        Instant firstSeenAt,
        @Nullable Instant createdAt,
        @Nullable Instant queuedAt,
        @Nullable Instant ringingAt,
        @Nullable Instant answeredAt,
        @Nullable Instant bridgedAt,
        @Nullable Instant endedAt,
        @Nullable Integer hangupCause,
        @Nullable MenuChoice choice,
        boolean callbackRequested,
        boolean rebuilt) {

    /**
     * Live and recorded, the same happening differs by milliseconds. What the record tells to be earlier by more is an
     * earlier happening of the same sort that was missed, such as the first of two queues.
     */
    static final Duration SAME_HAPPENING = Duration.ofMillis(500);

    /** A leg of which this report is the first thing known. */
    public static Leg first(LegReport report) {
        var bare = new Leg(
                report.uniqueid(),
                report.linkedid(),
                report.at(),
                report.channel(),
                null,
                null,
                report.at(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                report.source() == LegReport.Source.RECORD);
        return bare.learn(report);
    }

    /** The leg with what this report adds; the same leg when it adds nothing. */
    public Leg learn(LegReport report) {
        boolean isRecord = report.source() == LegReport.Source.RECORD;
        boolean relinks = isLaterWord(report);
        Instant created = learn(createdAt, Moment.STARTED, report);
        Instant queued = learn(queuedAt, Moment.QUEUED, report);
        Instant ringing = learn(ringingAt, Moment.RINGING, report);
        Instant answered = learn(answeredAt, Moment.ANSWERED, report);
        Instant bridged = learn(bridgedAt, Moment.BRIDGED, report);
        Instant ended = learn(endedAt, Moment.ENDED, report);
        boolean filled = isRecord
                && (created != createdAt
                        || queued != queuedAt
                        || ringing != ringingAt
                        || answered != answeredAt
                        || bridged != bridgedAt
                        || ended != endedAt);
        return new Leg(
                uniqueid,
                relinks ? report.linkedid() : linkedid,
                relinks ? report.at() : linkedAt,
                channel,
                callerNumber == null ? report.callerNumber() : callerNumber,
                dialedNumber == null ? report.dialedNumber() : dialedNumber,
                earlier(firstSeenAt, report.at(), isRecord ? SAME_HAPPENING : Duration.ZERO),
                created,
                queued,
                ringing,
                answered,
                bridged,
                ended,
                hangupCause == null ? report.hangupCause() : hangupCause,
                chosen(choice, report.moment().choice()),
                callbackRequested || report.moment() == Moment.CALLBACK_REQUESTED,
                rebuilt || filled);
    }

    /** When it began, as well as that is known. */
    public Instant startedAt() {
        return createdAt == null ? firstSeenAt : createdAt;
    }

    /** Whether the channel still exists, as far as we know. */
    public boolean isUp() {
        return endedAt == null;
    }

    /** Whether the phone rings now. */
    public boolean isRinging() {
        return ringingAt != null && answeredAt == null && endedAt == null;
    }

    /** Of two words spoken in the same instant the smaller Linkedid is the older call, which is where Asterisk moves legs. */
    private boolean isLaterWord(LegReport report) {
        int order = report.at().compareTo(linkedAt);
        return order > 0 || (order == 0 && report.linkedid().compareTo(linkedid) < 0);
    }

    private static @Nullable Instant learn(@Nullable Instant known, Moment moment, LegReport report) {
        if (report.moment() != moment) {
            return known;
        }
        if (known == null) {
            return report.at();
        }
        boolean isRecord = report.source() == LegReport.Source.RECORD;
        return earlier(known, report.at(), isRecord ? SAME_HAPPENING : Duration.ZERO);
    }

    /** Asked once, a caller chooses once; should two be told, whichever comes first in the list, so that order means nothing. */
    private static @Nullable MenuChoice chosen(@Nullable MenuChoice known, @Nullable MenuChoice told) {
        if (known == null || told == null) {
            return known == null ? told : known;
        }
        return known.compareTo(told) <= 0 ? known : told;
    }

    private static Instant earlier(Instant known, Instant told, Duration tolerance) {
        return told.isBefore(known.minus(tolerance)) ? told : known;
    }
}
