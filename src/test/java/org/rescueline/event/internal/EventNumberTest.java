package org.rescueline.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EventNumberTest {

    @Test
    void belongsToTheDayOfTheCentresClockNotOfUtc() {
        // When
        var day = EventNumber.dayOf(Instant.parse("2026-01-13T18:14:07Z"));

        // Then
        assertThat(day).isEqualTo(LocalDate.of(2026, 1, 14));
    }

    @Test
    void isWrittenTheWayPeopleSayIt() {
        // When
        var number = EventNumber.format(LocalDate.of(2026, 1, 14), 32);

        // Then
        assertThat(number).isEqualTo("EV-260114-0032");
    }

    @Test
    void growsByADigitOnAnExtraordinaryDay() {
        // When
        var number = EventNumber.format(LocalDate.of(2026, 1, 14), 10_000);

        // Then
        assertThat(number).isEqualTo("EV-260114-10000");
    }
}
