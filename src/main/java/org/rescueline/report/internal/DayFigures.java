package org.rescueline.report.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.report.CallSummary;
import org.rescueline.report.CallsToday;
import org.rescueline.report.Definition;
import org.rescueline.report.ServiceLevel;

/**
 * One reading of today's calls. Every figure is a sum over the same rows, so the half hours and the numbers add up to the
 * whole.
 *
 * @param from local midnight
 * @param asOf when it was read
 */
record DayFigures(Instant from, Instant asOf, List<TallyRow> rows, List<TallyRow.Waiting> waiting) {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final double MILLIS = 1000.0;

    /** The day in a few figures. */
    CallSummary summary(Targets targets, Map<String, Definition> definitions) {
        var day = sum(rows.stream());
        return new CallSummary(
                asOf,
                from,
                definitions,
                day.offered(),
                day.answered(),
                day.abandoned(),
                day.shortAbandoned(),
                day.callbackRequested(),
                levels(day, targets),
                day.averageAnswerSeconds(),
                day.averageHandleSeconds(),
                day.transfers(),
                Rounding.toTenths(day.talkSeconds()),
                waiting.stream().mapToLong(TallyRow.Waiting::callers).sum(),
                longestWaitSeconds());
    }

    /** The same for the calls of these rows, which need not begin at midnight. */
    static CallsToday.LastMinutes lastMinutes(int minutes, List<TallyRow> rows, Targets targets) {
        var recent = sum(rows.stream());
        return new CallsToday.LastMinutes(
                minutes,
                recent.offered(),
                recent.answered(),
                recent.abandoned(),
                recent.callbackRequested(),
                levels(recent, targets),
                numbersLately(rows, targets));
    }

    private static List<CallsToday.NumberLately> numbersLately(List<TallyRow> rows, Targets targets) {
        return rows.stream()
                .map(TallyRow::dialedNumber)
                .distinct()
                .map(number -> numberLately(number, rows, targets))
                .sorted(Comparator.comparingLong(CallsToday.NumberLately::offered)
                        .reversed()
                        .thenComparing(
                                CallsToday.NumberLately::dialedNumber, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static CallsToday.NumberLately numberLately(@Nullable String number, List<TallyRow> rows, Targets targets) {
        var tally = sum(rows.stream().filter(row -> Objects.equals(row.dialedNumber(), number)));
        return new CallsToday.NumberLately(number, tally.offered(), levels(tally, targets));
    }

    private static List<ServiceLevel> levels(CallTally tally, Targets targets) {
        return List.of(
                level(15, tally.within15(), tally.counted15(), targets.percentWithin15()),
                level(20, tally.within20(), tally.counted20(), targets.percentWithin20()));
    }

    /** The day for each of our numbers that was called or is being called, the busiest first. */
    List<CallsToday.DialedNumber> perDialedNumber() {
        return Stream.concat(
                        rows.stream().map(TallyRow::dialedNumber),
                        waiting.stream().map(TallyRow.Waiting::dialedNumber))
                .distinct()
                .map(this::dialedNumber)
                .sorted(Comparator.comparingLong(CallsToday.DialedNumber::offered)
                        .reversed()
                        .thenComparing(
                                CallsToday.DialedNumber::dialedNumber, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Every half hour since midnight, those without calls too. */
    List<CallsToday.HalfHour> halfHours() {
        var byHalfHour = new TreeMap<Integer, CallTally>();
        rows.forEach(row -> byHalfHour.merge(row.halfHour(), row.tally(), CallTally::plus));
        var halfHours = new ArrayList<CallsToday.HalfHour>();
        for (var start = from; start.isBefore(asOf); start = start.plus(HALF_HOUR)) {
            halfHours.add(halfHour(start, byHalfHour.getOrDefault(halfHours.size(), CallTally.NONE)));
        }
        return halfHours;
    }

    private CallsToday.HalfHour halfHour(Instant start, CallTally tally) {
        return new CallsToday.HalfHour(
                start,
                tally.offered(),
                tally.answered(),
                tally.abandoned(),
                tally.within15(),
                tally.counted15(),
                !start.plus(HALF_HOUR).isAfter(asOf));
    }

    private CallsToday.DialedNumber dialedNumber(@Nullable String number) {
        var tally = sum(rows.stream().filter(row -> Objects.equals(row.dialedNumber(), number)));
        return new CallsToday.DialedNumber(
                number,
                tally.offered(),
                tally.answered(),
                tally.abandoned(),
                tally.callbackRequested(),
                tally.within15(),
                tally.counted15(),
                tally.within20(),
                tally.counted20(),
                tally.averageAnswerSeconds(),
                tally.transfers(),
                Rounding.toTenths(tally.talkSeconds()),
                waitingFor(waiting, number));
    }

    private static long waitingFor(Collection<TallyRow.Waiting> waiting, @Nullable String number) {
        return waiting.stream()
                .filter(callers -> Objects.equals(callers.dialedNumber(), number))
                .mapToLong(TallyRow.Waiting::callers)
                .sum();
    }

    private @Nullable Double longestWaitSeconds() {
        return waiting.stream()
                .map(TallyRow.Waiting::since)
                .min(Comparator.naturalOrder())
                .map(since -> Rounding.toTenths(
                        Math.max(0, Duration.between(since, asOf).toMillis() / MILLIS)))
                .orElse(null);
    }

    private static CallTally sum(Stream<TallyRow> rows) {
        return CallTally.sum(rows.map(TallyRow::tally).toList());
    }

    private static ServiceLevel level(int threshold, long inTime, long counted, double target) {
        return new ServiceLevel(threshold, inTime, counted, Rounding.percent(inTime, counted), target);
    }

    /** What should be reached, in percent. */
    record Targets(double percentWithin15, double percentWithin20) {}
}
