package org.rescueline.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Today's inbound calls in full.
 *
 * @param summary the figures of {@link CallSummary}, on the same level in JSON
 * @param lastMinutes the last half hour, whenever it began
 * @param halfHours every half hour since midnight, the present one last
 */
public record CallsToday(
        @JsonUnwrapped CallSummary summary,
        List<DialedNumber> perDialedNumber,
        List<HalfHour> halfHours,
        LastMinutes lastMinutes,
        List<Operator> operators) {

    /**
     * The same figures for one of our numbers.
     *
     * @param dialedNumber what callers rang; null when the switch was not told
     * @param counted15 whom the service level at 15 s counts: its denominator
     * @param counted20 the same at 20 s
     */
    public record DialedNumber(
            @Nullable String dialedNumber,
            long offered,
            long answered,
            long abandoned,
            long callbackRequested,
            long within15,
            long counted15,
            long within20,
            long counted20,
            @Nullable Double averageAnswerSeconds,
            long transfers,
            double talkSeconds,
            long waiting) {}

    /**
     * The calls offered in the last minutes, for whoever steers now: the day's figures move too slowly in the evening.
     *
     * @param minutes how many
     * @param perDialedNumber the service level of each number that was called, the busiest first
     */
    public record LastMinutes(
            int minutes,
            long offered,
            long answered,
            long abandoned,
            long callbackRequested,
            List<ServiceLevel> serviceLevel,
            List<NumberLately> perDialedNumber) {}

    /**
     * One of our numbers in the last minutes.
     *
     * @param dialedNumber what callers rang; null when the switch was not told
     */
    public record NumberLately(@Nullable String dialedNumber, long offered, List<ServiceLevel> serviceLevel) {}

    /**
     * The calls offered in one half hour.
     *
     * @param start its beginning
     * @param counted15 whom the service level at 15 s counts: its denominator
     * @param finished false while it still runs
     */
    public record HalfHour(
            Instant start,
            long offered,
            long answered,
            long abandoned,
            long within15,
            long counted15,
            boolean finished) {}

    /**
     * What an operator does now.
     *
     * @param since when that began, as far as the ledger knows
     * @param callId the call the operator has or that rings
     */
    public record Operator(
            UUID id,
            String name,
            String extension,
            OperatorState state,
            @Nullable Instant since,
            @Nullable UUID callId) {}

    /** What an operator can be doing. */
    public enum OperatorState {
        /** On the telephone. */
        TALKING,
        /** The telephone rings. */
        RINGING,
        /** Signed in and off the telephone. */
        FREE,
        /** Not signed in. */
        AWAY
    }
}
