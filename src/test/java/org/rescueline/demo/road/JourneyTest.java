package org.rescueline.demo.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rescueline.demo.Cities;

class JourneyTest {

    private static final Duration STEP = Duration.ofSeconds(15);

    private final Cities cities = Cities.read();

    @Test
    void neverJumpsFartherThanATruckCanDrive() {
        // Given
        var journey = new Journey(cities, new Random(11));
        var before = journey.advance(STEP);

        // When, Then
        for (int step = 0; step < 20_000; step++) {
            var after = journey.advance(STEP);
            double kilometers = Math.hypot(
                            after.latitude() - before.latitude(),
                            (after.longitude() - before.longitude()) * Math.cos(Math.toRadians(after.latitude())))
                    * 111.2;
            assertThat(kilometers).isLessThan(1.5);
            before = after;
        }
    }

    @Test
    void staysWhereItBrokeDownForAsLongAsItWasTold() {
        // Given
        var journey = new Journey(cities, new Random(12));
        journey.standStill(Duration.ofSeconds(30));

        // When
        var first = journey.advance(STEP);
        var second = journey.advance(STEP);
        var third = journey.advance(STEP);

        // Then
        assertThat(first).isEqualTo(second);
        assertThat(first.speedKph()).isZero();
        assertThat(third.speedKph()).isGreaterThan(50);
    }
}
