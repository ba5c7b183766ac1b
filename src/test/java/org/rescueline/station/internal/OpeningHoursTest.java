package org.rescueline.station.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.rescueline.station.OpeningHours;

class OpeningHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void closesAtTheClosingMinuteOfItsOwnZone() {
        // Given: 8 to 20 in Shanghai is 0 to 12 UTC
        var hours = new OpeningHours(false, LocalTime.of(8, 0), LocalTime.of(20, 0), SHANGHAI);

        // Then
        assertThat(hours.isOpenAt(Instant.parse("2026-01-14T00:00:00Z"))).isTrue();
        assertThat(hours.isOpenAt(Instant.parse("2026-01-14T11:59:59Z"))).isTrue();
        assertThat(hours.isOpenAt(Instant.parse("2026-01-14T12:00:00Z"))).isFalse();
        assertThat(hours.isOpenAt(Instant.parse("2026-01-13T23:59:59Z"))).isFalse();
    }

    @Test
    void runsOnPastMidnightWhenItClosesBeforeItOpens() {
        // Given
        var hours = new OpeningHours(false, LocalTime.of(18, 0), LocalTime.of(6, 0), SHANGHAI);

        // Then
        assertThat(hours.isOpenAt(Instant.parse("2026-01-14T15:30:00Z"))).isTrue();
        assertThat(hours.isOpenAt(Instant.parse("2026-01-14T21:59:00Z"))).isTrue();
        assertThat(hours.isOpenAt(Instant.parse("2026-01-14T22:00:00Z"))).isFalse();
        assertThat(hours.isOpenAt(Instant.parse("2026-01-14T04:00:00Z"))).isFalse();
    }

    @Test
    void neverClosesWhenOpenAtNightOrWhenBothTimesAreEqual() {
        // Given
        var night = new OpeningHours(true, LocalTime.of(8, 0), LocalTime.of(20, 0), SHANGHAI);
        var wholeDay = new OpeningHours(false, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, SHANGHAI);
        var threeInTheMorning = Instant.parse("2026-01-13T19:00:00Z");

        // Then
        assertThat(night.isOpenAt(threeInTheMorning)).isTrue();
        assertThat(night.isDayAt(threeInTheMorning)).isFalse();
        assertThat(wholeDay.isOpenAt(threeInTheMorning)).isTrue();
    }
}
