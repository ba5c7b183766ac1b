package org.rescueline.telephony.internal.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing the switch said about one leg.
 *
 * @param linkedid the call it belongs to, as of {@code at}: an attended transfer moves legs from one call to another
 * @param at when it happened, by the switch's clock
 * @param callerNumber as told when the channel was made; empty or unknown is null
 * @param dialedNumber the extension in which the channel began; null when it has none
 * @param hangupCause the Q.850 cause; only with {@link Moment#ENDED}
 * @param source how we learnt of it
 */
public record LegReport(
        String linkedid,
        String uniqueid,
        String channel,
        Moment moment,
        Instant at,
        @Nullable String callerNumber,
        @Nullable String dialedNumber,
        @Nullable Integer hangupCause,
        Source source) {

    /** How a report reached us. */
    public enum Source {
        /** Told by the switch as it happened. */
        LIVE,
        /** Read afterwards, from the switch's own record or from a snapshot of its channels. Only fills what is missing. */
        RECORD
    }

    /** A report of something that happened to a known channel. */
    public static LegReport live(String linkedid, String uniqueid, String channel, Moment moment, Instant at) {
        return new LegReport(linkedid, uniqueid, channel, moment, at, null, null, null, Source.LIVE);
    }

    /** The same report with the numbers a new channel carries. */
    public LegReport withNumbers(@Nullable String callerNumber, @Nullable String dialedNumber) {
        return new LegReport(linkedid, uniqueid, channel, moment, at, callerNumber, dialedNumber, hangupCause, source);
    }

    /** The same report with why the channel ended. */
    public LegReport withCause(@Nullable Integer hangupCause) {
        return new LegReport(linkedid, uniqueid, channel, moment, at, callerNumber, dialedNumber, hangupCause, source);
    }

    /** The same report as read from the record. */
    public LegReport fromRecord() {
        return new LegReport(
                linkedid, uniqueid, channel, moment, at, callerNumber, dialedNumber, hangupCause, Source.RECORD);
    }
}
