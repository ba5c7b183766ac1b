package org.rescueline.vehicle.gps.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.fix.DropReason;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.fix.Judgement;

class TerminalHealthTest {

    private static final Instant NOW = Instant.parse("2026-01-14T02:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final TerminalHealth health = new TerminalHealth();

    @Test
    void writesDownTheFirstReportAndThenOneAnHour() {
        // When
        var first = taken(0, 34.0, 0);
        var soon = taken(59, 34.1, 0);
        var later = taken(60, 34.2, 0);

        // Then
        assertThat(first.heardAt()).isEqualTo(NOW);
        assertThat(soon).isNull();
        assertThat(later.heardAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void callsAFixFrozenThatStandsStillWhileTheTruckDrives() {
        // Given
        taken(0, 34.0, 600);
        taken(1, 34.0, 600);

        // When
        var early = taken(10, 34.0, 600);
        var frozen = taken(11, 34.0, 600);
        var still = taken(12, 34.0, 600);
        var cured = taken(13, 34.01, 600);

        // Then
        assertThat(early).isNull();
        assertThat(frozen.fixFrozenSince()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(still).isNull();
        assertThat(cured.fixFrozenSince()).isNull();
    }

    @Test
    void leavesAParkedTruckInPeace() {
        // Given
        taken(0, 34.0, 600);

        // When Then
        for (int minute = 1; minute < 55; minute++) {
            assertThat(taken(minute, 34.0, minute % 9 == 0 ? 600 : 0)).isNull();
        }
    }

    @Test
    void marksAWrongClockUntilAReportIsBelievedAgain() {
        // Given
        taken(0, 34.0, 0);

        // When
        var wrong = dropped(1, DropReason.CLOCK_AHEAD);
        var again = dropped(2, DropReason.CLOCK_AHEAD);
        var unfixed = dropped(3, DropReason.NOT_FIXED);
        var cured = taken(4, 34.1, 0);

        // Then
        assertThat(wrong.clockWrongSince()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(again).isNull();
        assertThat(unfixed).isNull();
        assertThat(cured.clockWrongSince()).isNull();
    }

    @Test
    void takesAWeekCounterThatWasPutRightForAWrongClock() {
        // Given
        var reported = fix(0, 34.0, 0, NOW.minus(Duration.ofDays(7 * 1024)));
        var corrected = fix(0, 34.0, 0, NOW);

        // When
        var note = health.take(reported, new Judgement(Judgement.Kind.TAKEN, corrected, null), TEN_MINUTES);

        // Then
        assertThat(note.clockWrongSince()).isEqualTo(NOW);
    }

    private TerminalHealth.@Nullable Note taken(int minute, double latitude, int tenthsKph) {
        var fix = fix(minute, latitude, tenthsKph, NOW.plus(Duration.ofMinutes(minute)));
        return health.take(fix, new Judgement(Judgement.Kind.TAKEN, fix, null), TEN_MINUTES);
    }

    private TerminalHealth.@Nullable Note dropped(int minute, DropReason reason) {
        var fix = fix(minute, 34.0, 0, NOW.plus(Duration.ofDays(400)));
        return health.take(fix, new Judgement(Judgement.Kind.DROPPED, fix, reason), TEN_MINUTES);
    }

    private static Fix fix(int minute, double latitude, int tenthsKph, Instant fixedAt) {
        return new Fix(
                latitude,
                108.0,
                Fix.UNKNOWN,
                tenthsKph,
                Fix.UNKNOWN,
                fixedAt,
                NOW.plus(Duration.ofMinutes(minute)),
                2,
                false,
                0,
                Fix.UNKNOWN,
                Fix.UNKNOWN,
                PositionSource.TERMINAL);
    }
}
