package org.rescueline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GeodesicTest {

    private static final WgsPoint XIAN = new WgsPoint(34.3416, 108.9398);

    @Test
    void measuresTheQuarterMeridianAndOneDegreeOfEquator() {
        // Given
        var equator = new WgsPoint(0, 0);

        // When
        double quarterMeridian = Geodesic.distanceMeters(equator, new WgsPoint(90, 0));
        double oneDegree = Geodesic.distanceMeters(equator, new WgsPoint(0, 1));

        // Then
        assertThat(quarterMeridian).isEqualTo(10_001_965.729, offset(0.001));
        assertThat(oneDegree).isEqualTo(111_319.491, offset(0.001));
    }

    @Test
    void measuresAcrossTheAntimeridianTheShortWay() {
        // Given
        var west = new WgsPoint(-17, 179.9);
        var east = new WgsPoint(-17, -179.9);

        // When
        double distance = Geodesic.distanceMeters(west, east);

        // Then
        assertThat(distance).isBetween(21_000.0, 21_500.0);
    }

    @Test
    void measuresNearlyOppositePlacesOfTheEarth() {
        // Given
        var here = new WgsPoint(0, 0);
        var nearlyOpposite = new WgsPoint(0.5, 179.5);

        // When
        double distance = Geodesic.distanceMeters(here, nearlyOpposite);

        // Then
        assertThat(distance).isEqualTo(19_936_288.579, offset(0.001));
    }

    @Test
    void namesTheCourseClockwiseFromNorth() {
        // Given
        var westOfXian = new WgsPoint(34.3416, 107.9398);

        // When
        double course = Geodesic.courseDegrees(XIAN, westOfXian);

        // Then
        assertThat(course).isBetween(270.0, 270.5);
    }

    @Property(seed = "1000")
    void comesBackToTheDistanceItWasSentTo(
            @ForAll @DoubleRange(min = -89, max = 89) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = -720, max = 720) double course,
            @ForAll @DoubleRange(min = 0, max = 5_000_000) double distance) {
        // Given
        var from = new WgsPoint(latitude, longitude);

        // When
        var reached = Geodesic.destination(from, course, distance);

        // Then
        assertThat(Geodesic.distanceMeters(from, reached)).isEqualTo(distance, offset(0.001));
    }

    @Test
    void answersTheSameOnManyThreadsAtOnce() throws Exception {
        // Given
        var targets = IntStream.range(0, 2_000)
                .mapToObj(i -> new WgsPoint(20 + i % 30, 80 + i % 50))
                .toList();
        var expected =
                targets.stream().map(to -> Geodesic.distanceMeters(XIAN, to)).toList();
        Callable<List<Double>> measureAll = () ->
                targets.stream().map(to -> Geodesic.distanceMeters(XIAN, to)).toList();
        var threads = Executors.newFixedThreadPool(8);

        // When
        var answers = threads.invokeAll(Collections.nCopies(8, measureAll));

        // Then
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(expected);
        }
        threads.shutdown();
    }

    @Test
    void refusesDegreesThatAreNotOnEarth() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WgsPoint(90.0001, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WgsPoint(0, -180.0001));
        assertThatIllegalArgumentException().isThrownBy(() -> new WgsPoint(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WgsPoint(0, Double.POSITIVE_INFINITY));
    }
}
