package org.rescueline.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.report.CallSummary;
import org.rescueline.report.CallsToday;
import org.rescueline.report.ServiceLevel;

class DayFiguresTest {

    private static final String TOLL_FREE = "8008409818";
    private static final String HOTLINE = "4008809818";
    private static final Instant MIDNIGHT = Instant.parse("2026-01-13T16:00:00Z");
    private static final Instant QUARTER_TO_TWO = Instant.parse("2026-01-13T17:45:00Z");

    @Test
    void dividesNothingByNothing() {
        // When
        var summary = summary(day());

        // Then
        assertThat(summary.offered()).isZero();
        assertThat(summary.serviceLevel())
                .allSatisfy(level -> assertThat(level.percent()).isNull());
        assertThat(summary.averageAnswerSeconds()).isNull();
        assertThat(summary.averageHandleSeconds()).isNull();
        assertThat(summary.longestWaitSeconds()).isNull();
    }

    @Test
    void hasNoServiceLevelWhenEverybodyGaveUpAtOnce() {
        // Given
        var onlyShort = new CallTally(3, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        // When
        var summary = summary(day(new TallyRow(0, HOTLINE, onlyShort)));

        // Then
        assertThat(summary.abandoned()).isEqualTo(3);
        assertThat(summary.serviceLevel().get(0).denominator()).isZero();
        assertThat(summary.serviceLevel().get(0).percent()).isNull();
    }

    @Test
    void leavesOutWhoGaveUpSoonAndWhoseTimeIsNotUp() {
        // Given
        var tally = new CallTally(10, 6, 3, 1, 0, 5, 6, 1, 1, 60, 4, 480, 0, 0);

        // When
        var level = summary(day(new TallyRow(0, HOTLINE, tally))).serviceLevel().get(0);

        // Then
        assertThat(level.numerator()).isEqualTo(5);
        assertThat(level.denominator()).isEqualTo(8);
        assertThat(level.percent()).isEqualTo(62.5);
        assertThat(level.targetPercent()).isEqualTo(90);
    }

    @Test
    void neverRoundsAMissedTargetUpToAReachedOne() {
        // Given
        var tally = new CallTally(10_000, 10_000, 0, 0, 0, 8_999, 10_000, 0, 0, 0, 0, 0, 0, 0);

        // When
        var level = summary(day(new TallyRow(0, HOTLINE, tally))).serviceLevel().get(0);

        // Then
        assertThat(level.percent()).isEqualTo(89.9);
    }

    @Test
    void averagesOverThoseAnsweredAndThoseEnded() {
        // Given
        var tally = new CallTally(10, 6, 3, 1, 0, 5, 6, 1, 1, 61, 4, 482, 0, 0);

        // When
        var summary = summary(day(new TallyRow(0, HOTLINE, tally)));

        // Then
        assertThat(summary.averageAnswerSeconds()).isEqualTo(10.2);
        assertThat(summary.averageHandleSeconds()).isEqualTo(120.5);
    }

    @Test
    void addsUpTheSameByNumberAndByHalfHour() {
        // Given
        var day = day(
                new TallyRow(0, HOTLINE, answered(4)),
                new TallyRow(0, TOLL_FREE, answered(2)),
                new TallyRow(3, HOTLINE, answered(1)),
                new TallyRow(3, null, answered(1)));

        // When
        var whole = summary(day).offered();

        // Then
        assertThat(whole).isEqualTo(8);
        assertThat(day.perDialedNumber())
                .extracting(CallsToday.DialedNumber::offered)
                .containsExactly(5L, 2L, 1L);
        assertThat(day.halfHours()).extracting(CallsToday.HalfHour::offered).containsExactly(6L, 0L, 0L, 2L);
    }

    @Test
    void dividesEachHalfHourAndEachNumberByTheSameCallersAsTheWholeDay() {
        // Given
        var withWaitersAndShortAbandons = new CallTally(10, 6, 2, 1, 0, 5, 6, 1, 2, 61, 4, 482, 0, 0);
        var day = day(
                new TallyRow(0, HOTLINE, withWaitersAndShortAbandons),
                new TallyRow(2, TOLL_FREE, withWaitersAndShortAbandons));

        // When
        var levels = summary(day).serviceLevel();

        // Then
        assertThat(levels).extracting(ServiceLevel::denominator).containsExactly(16L, 14L);
        assertThat(day.halfHours()).extracting(CallsToday.HalfHour::counted15).containsExactly(8L, 0L, 8L, 0L);
        assertThat(day.perDialedNumber())
                .extracting(CallsToday.DialedNumber::counted15)
                .containsExactly(8L, 8L);
        assertThat(day.perDialedNumber())
                .extracting(CallsToday.DialedNumber::counted20)
                .containsExactly(7L, 7L);
    }

    @Test
    void tellsTheServiceLevelOfEachNumberInTheLastMinutesTheBusiestFirst() {
        // Given
        var late = new CallTally(4, 4, 0, 0, 0, 1, 3, 0, 0, 60, 0, 0, 0, 0);
        var rows = List.of(
                new TallyRow(19, TOLL_FREE, answered(2)),
                new TallyRow(19, HOTLINE, late),
                new TallyRow(20, HOTLINE, late));

        // When
        var lately = DayFigures.lastMinutes(30, rows, new DayFigures.Targets(90, 95));

        // Then
        assertThat(lately.perDialedNumber())
                .extracting(CallsToday.NumberLately::dialedNumber)
                .containsExactly(HOTLINE, TOLL_FREE);
        assertThat(lately.perDialedNumber().get(0).serviceLevel())
                .extracting(ServiceLevel::percent)
                .containsExactly(25.0, 75.0);
        assertThat(lately.perDialedNumber())
                .extracting(CallsToday.NumberLately::offered)
                .containsExactly(8L, 2L);
        assertThat(lately.offered()).isEqualTo(10);
    }

    @Test
    void showsEveryHalfHourSinceMidnightAndTheRunningOneAsUnfinished() {
        // When
        var halfHours = day().halfHours();

        // Then
        assertThat(halfHours).hasSize(4);
        assertThat(halfHours.get(0).start()).isEqualTo(MIDNIGHT);
        assertThat(halfHours).extracting(CallsToday.HalfHour::finished).containsExactly(true, true, true, false);
    }

    @Test
    void showsANumberThatOnlySomebodyFromYesterdayWaitsOn() {
        // Given
        var sinceYesterday = Instant.parse("2026-01-13T15:59:00Z");
        var day = new DayFigures(
                MIDNIGHT,
                MIDNIGHT.plusSeconds(30),
                List.of(),
                List.of(new TallyRow.Waiting(HOTLINE, 1, sinceYesterday)));

        // When
        var summary = summary(day);

        // Then
        assertThat(summary.offered()).isZero();
        assertThat(summary.waiting()).isEqualTo(1);
        assertThat(summary.longestWaitSeconds()).isEqualTo(90);
        assertThat(day.perDialedNumber())
                .extracting(CallsToday.DialedNumber::waiting)
                .containsExactly(1L);
    }

    private static CallTally answered(long calls) {
        return new CallTally(calls, calls, 0, 0, 0, calls, calls, 0, 0, calls * 3.0, 0, 0, 0, 0);
    }

    private static DayFigures day(TallyRow... rows) {
        return new DayFigures(MIDNIGHT, QUARTER_TO_TWO, List.of(rows), List.of());
    }

    private static CallSummary summary(DayFigures day) {
        return day.summary(new DayFigures.Targets(90, 95), Map.of());
    }
}
