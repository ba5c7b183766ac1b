package org.rescueline.vehicle.gps.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rescueline.vehicle.gps.fix.Fixes.NOW;
import static org.rescueline.vehicle.gps.fix.Fixes.aFix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixStepsTest {
    private static final FixLimits LIMITS = new FixLimits(Duration.ofMinutes(10), Duration.ofDays(7), 250, 2000, 3);

    private final List<Correction> corrections = new ArrayList<>();
    private final FixSteps steps = new FixSteps(LIMITS, corrections::add);
    private final TerminalTrack track = new TerminalTrack();

    @Test
    void takesAPlainFixAsItIs() {
        // Given
        Fix fix = aFix().build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement).isEqualTo(new Judgement(Judgement.Kind.TAKEN, fix, null));
        assertThat(corrections).isEmpty();
    }

    @Test
    void takesTheReportAgainThatMemoryWasFilledWith() {
        // Given a node that was killed when Redis had the report and the history perhaps had not
        Fix fix = aFix().build();
        track.restore(fix, NOW.plusSeconds(5));

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then it is no duplicate, and the history is compared before it is written
        assertThat(judgement.kind()).isEqualTo(Judgement.Kind.TAKEN);
        assertThat(track.isFromBefore(fix)).isTrue();
        assertThat(track.isFromBefore(aFix().after(Duration.ofSeconds(30)).build()))
                .isFalse();
    }

    @Test
    void dropsWhatTheTerminalItselfCallsUnfixed() {
        // Given
        Fix fix = aFix().unfixed().build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement.reason()).isEqualTo(DropReason.NOT_FIXED);
    }

    @Test
    void givesDegreesTheSignThatTheStatusTells() {
        // Given Buenos Aires as JT/T 808 writes it
        Fix fix = aFix().at(34.603722, 58.381592).southWest().build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement.kind()).isEqualTo(Judgement.Kind.TAKEN);
        assertThat(judgement.fix().latitude()).isEqualTo(-34.603722);
        assertThat(judgement.fix().longitude()).isEqualTo(-58.381592);
        assertThat(corrections).containsExactly(Correction.HEMISPHERE);
    }

    @ParameterizedTest
    @CsvSource({"90.000001, 108", "34, 180.000001", "4294.967295, 108", "NaN, 108", "34, Infinity"})
    void dropsDegreesThatNoPlaceOnEarthHas(double latitude, double longitude) {
        // Given
        Fix fix = aFix().at(latitude, longitude).build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement.reason()).isEqualTo(DropReason.OFF_EARTH);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 108.95", "34.3, 0", "0.0099, 0.0099", "0.001, 0.0"})
    void dropsZeroDegreesMarkedValid(double latitude, double longitude) {
        // Given
        Fix fix = aFix().at(latitude, longitude).build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement.reason()).isEqualTo(DropReason.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 36.8", "34.3, 0.009"})
    void takesTrucksNearEquatorAndPrimeMeridian(double latitude, double longitude) {
        // Given
        Fix fix = aFix().at(latitude, longitude).build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement.kind()).isEqualTo(Judgement.Kind.TAKEN);
    }

    @Test
    void dropsAReportWithoutTime() {
        // Given
        Fix fix = aFix().fixedAt(null).build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement.reason()).isEqualTo(DropReason.NO_TIME);
    }

    @Test
    void believesAClockUpToItsLimits() {
        // Given clocks at both limits
        Fix ahead =
                aFix().fixedAt(NOW.plus(LIMITS.clockAhead())).receivedAt(NOW).build();
        Fix behind =
                aFix().fixedAt(NOW.minus(LIMITS.clockBehind())).receivedAt(NOW).build();

        // When
        Judgement atOneEnd = steps.judge(ahead, track);
        Judgement atTheOther = steps.judge(behind, track);

        // Then
        assertThat(atOneEnd.kind()).isEqualTo(Judgement.Kind.TAKEN);
        assertThat(atTheOther.kind()).isEqualTo(Judgement.Kind.TAKEN);
    }

    @Test
    void dropsAClockBeyondItsLimits() {
        // Given clocks one second beyond both limits
        Fix ahead = aFix().fixedAt(NOW.plus(LIMITS.clockAhead()).plusSeconds(1))
                .receivedAt(NOW)
                .build();
        Fix behind = aFix().fixedAt(NOW.minus(LIMITS.clockBehind()).minusSeconds(1))
                .receivedAt(NOW)
                .build();

        // When
        Judgement atOneEnd = steps.judge(ahead, track);
        Judgement atTheOther = steps.judge(behind, track);

        // Then
        assertThat(atOneEnd.reason()).isEqualTo(DropReason.CLOCK_AHEAD);
        assertThat(atTheOther.reason()).isEqualTo(DropReason.CLOCK_BEHIND);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void putsRightAReceiverWhoseWeekCounterRolledOver(int times) {
        // Given a clock 1,024 weeks behind, once or twice, and the report a minute old
        Instant told = NOW.minus(Duration.ofDays(7 * 1024L * times)).minusSeconds(60);
        Fix fix = aFix().fixedAt(told).receivedAt(NOW).build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement.kind()).isEqualTo(Judgement.Kind.TAKEN);
        assertThat(judgement.fix().fixedAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(corrections).containsExactly(Correction.WEEK_ROLLOVER);
    }

    @Test
    void doesNotTakeAnyOldClockForARollover() {
        // Given a clock that is 1,000 weeks behind
        Fix fix = aFix().fixedAt(NOW.minus(Duration.ofDays(7_000)))
                .receivedAt(NOW)
                .build();

        // When
        Judgement judgement = steps.judge(fix, track);

        // Then
        assertThat(judgement.reason()).isEqualTo(DropReason.CLOCK_BEHIND);
    }

    @Test
    void dropsTheSameReportSentAgain() {
        // Given
        take(aFix().build());

        // When it is received again a minute later
        Judgement judgement = steps.judge(aFix().receivedAt(NOW.plusSeconds(60)).build(), track);

        // Then
        assertThat(judgement.reason()).isEqualTo(DropReason.DUPLICATE);
    }

    @Test
    void takesTwoPlacesOfTheSameSecond() {
        // Given
        take(aFix().build());

        // When
        Judgement judgement = steps.judge(aFix().at(34.3001, 108.95).build(), track);

        // Then
        assertThat(judgement.kind()).isEqualTo(Judgement.Kind.TAKEN);
    }

    @Test
    void keepsOlderPositionOutOfLastKnown() {
        // Given
        take(aFix().after(Duration.ofMinutes(5)).build());

        // When what was reported before arrives late
        Judgement judgement = steps.judge(aFix().at(34.2, 108.9).build(), track);

        // Then
        assertThat(judgement.kind()).isEqualTo(Judgement.Kind.SET_ASIDE);
        assertThat(judgement.reason()).isEqualTo(DropReason.LATE);
    }

    @Test
    void dropsALateReportSentAgain() {
        // Given a late report that was taken into the history
        take(aFix().after(Duration.ofMinutes(5)).build());
        Fix late = aFix().at(34.2, 108.9).build();
        track.remember(steps.judge(late, track).fix());

        // When
        Judgement judgement = steps.judge(late, track);

        // Then
        assertThat(judgement.reason()).isEqualTo(DropReason.DUPLICATE);
    }

    @Test
    void dropsAJumpThatNoTruckCanMake() {
        // Given a truck near Xi'an
        take(aFix().build());

        // When it is in Urumqi half a minute later
        Judgement judgement =
                steps.judge(aFix().at(43.8, 87.6).after(Duration.ofSeconds(30)).build(), track);

        // Then
        assertThat(judgement.reason()).isEqualTo(DropReason.JUMP);
    }

    @Test
    void takesADistanceThatATruckDrivesInTheTime() {
        // Given a truck near Xi'an
        take(aFix().build());

        // When it is some 280 km east three hours later
        Judgement judgement =
                steps.judge(aFix().at(34.5, 112.0).after(Duration.ofHours(3)).build(), track);

        // Then
        assertThat(judgement.kind()).isEqualTo(Judgement.Kind.TAKEN);
    }

    @Test
    void believesANewPlaceThatThreeFixesAgreeOn() {
        // Given a truck near Xi'an that was moved on a lorry or had a wrong fix before
        take(aFix().build());
        Judgement first =
                steps.judge(aFix().at(43.8, 87.6).after(Duration.ofSeconds(30)).build(), track);
        Judgement second = steps.judge(
                aFix().at(43.801, 87.6).after(Duration.ofSeconds(60)).build(), track);

        // When
        Judgement third = steps.judge(
                aFix().at(43.802, 87.6).after(Duration.ofSeconds(90)).build(), track);

        // Then
        assertThat(first.reason()).isEqualTo(DropReason.JUMP);
        assertThat(second.reason()).isEqualTo(DropReason.JUMP);
        assertThat(third.kind()).isEqualTo(Judgement.Kind.TAKEN);
    }

    @Test
    void doesNotBelieveJumpsThatDisagreeWithEachOther() {
        // Given a truck near Xi'an and a receiver that hops about
        take(aFix().build());
        steps.judge(aFix().at(43.8, 87.6).after(Duration.ofSeconds(30)).build(), track);
        steps.judge(aFix().at(23.1, 113.3).after(Duration.ofSeconds(60)).build(), track);

        // When
        Judgement third =
                steps.judge(aFix().at(43.8, 87.6).after(Duration.ofSeconds(90)).build(), track);

        // Then
        assertThat(third.reason()).isEqualTo(DropReason.JUMP);
    }

    @Test
    void startsCountingJumpsAnewAfterABelievedFix() {
        // Given two devices under one phone that report in turn
        take(aFix().build());
        List<DropReason> jumps = new ArrayList<>();
        for (int second = 10; second <= 60; second += 10) {
            Judgement far = steps.judge(
                    aFix().at(43.8, 87.6).after(Duration.ofSeconds(second)).build(), track);
            jumps.add(far.reason());
            take(aFix().after(Duration.ofSeconds(second + 5)).build());
        }

        // When
        Fix last = track.last();

        // Then
        assertThat(jumps).containsOnly(DropReason.JUMP);
        assertThat(last.latitude()).isEqualTo(34.3);
    }

    private void take(Fix fix) {
        Judgement judgement = steps.judge(fix, track);
        assertThat(judgement.kind()).isEqualTo(Judgement.Kind.TAKEN);
        track.moveTo(judgement.fix());
        track.remember(judgement.fix());
    }
}
