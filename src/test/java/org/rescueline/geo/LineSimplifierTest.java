package org.rescueline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LineSimplifierTest {
    private static final WgsPoint XIAN = new WgsPoint(34.26, 108.95);

    @Test
    void keepsOnlyTheEndsOfAStraightRoad() {
        // Given a hundred points due north
        List<WgsPoint> road = IntStream.range(0, 100)
                .mapToObj(i -> new WgsPoint(34.26 + i / 1000.0, 108.95))
                .toList();

        // When
        int[] kept = LineSimplifier.indicesToKeep(road, 5);

        // Then
        assertThat(kept).containsExactly(0, 99);
    }

    @Test
    void keepsACornerThatIsFurtherAwayThanTheTolerance() {
        // Given a detour of about 90 m to the east
        List<WgsPoint> road =
                List.of(XIAN, new WgsPoint(34.27, 108.951), new WgsPoint(34.28, 108.95), new WgsPoint(34.29, 108.95));

        // When
        int[] fine = LineSimplifier.indicesToKeep(road, 50);
        int[] coarse = LineSimplifier.indicesToKeep(road, 150);

        // Then
        assertThat(fine).contains(1);
        assertThat(coarse).containsExactly(0, 3);
    }

    @Property(seed = "808", tries = 200)
    void leavesNoPointFurtherFromTheLineThanTheTolerance(
            @ForAll("walks") List<WgsPoint> walk, @ForAll @DoubleRange(min = 1, max = 2000) double tolerance) {
        // Given any walk

        // When
        int[] kept = LineSimplifier.indicesToKeep(walk, tolerance);

        // Then the ends stay, the order stays, and what is left out lies near the line
        assertThat(kept).isSorted().doesNotHaveDuplicates().contains(0, walk.size() - 1);
        for (int i = 1; i < kept.length; i++) {
            for (int between = kept[i - 1] + 1; between < kept[i]; between++) {
                double off = metersFrom(walk.get(between), walk.get(kept[i - 1]), walk.get(kept[i]));
                assertThat(off).isLessThanOrEqualTo(tolerance * 1.02 + 0.5);
            }
        }
    }

    @Provide
    Arbitrary<List<WgsPoint>> walks() {
        Arbitrary<Double> step = Arbitraries.doubles().between(-0.01, 0.01);
        return Combinators.combine(step, step)
                .as((north, east) -> new double[] {north, east})
                .list()
                .ofMinSize(2)
                .ofMaxSize(60)
                .map(LineSimplifierTest::walk);
    }

    private static List<WgsPoint> walk(List<double[]> steps) {
        List<WgsPoint> walk = new ArrayList<>();
        double north = XIAN.latitude();
        double east = XIAN.longitude();
        for (double[] step : steps) {
            north += step[0];
            east += step[1];
            walk.add(new WgsPoint(north, east));
        }
        return walk;
    }

    /** On a plane that is true at the point itself. */
    private static double metersFrom(WgsPoint point, WgsPoint from, WgsPoint to) {
        double scale = Math.cos(Math.toRadians(point.latitude()));
        double ax = (from.longitude() - point.longitude()) * 111_320 * scale;
        double ay = (from.latitude() - point.latitude()) * 111_320;
        double bx = (to.longitude() - point.longitude()) * 111_320 * scale;
        double by = (to.latitude() - point.latitude()) * 111_320;
        double length = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length));
        return Math.hypot(ax + along * (bx - ax), ay + along * (by - ay));
    }
}
