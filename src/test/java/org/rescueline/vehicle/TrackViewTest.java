package org.rescueline.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackViewTest {

    private static final Instant START = Instant.parse("2026-01-14T02:00:00Z");
    private static final double TOLERANCE_METERS = 10;

    @Test
    void leavesOutWhatLiesOnAStraightRoad() {
        // Given
        var track = track(Collections.nCopies(20, 60.0), List.of());

        // When
        var simplified = track.simplified(TOLERANCE_METERS);

        // Then
        assertThat(simplified.properties().times()).containsExactly(START, minute(19));
    }

    @Test
    void keepsBothEndsOfASilenceThoughTheRoadIsStraight() {
        // Given
        var gap = new TrackView.Gap(minute(7), minute(8));
        var track = track(Collections.nCopies(20, 60.0), List.of(gap));

        // When
        var simplified = track.simplified(TOLERANCE_METERS);

        // Then
        assertThat(simplified.properties().times()).containsExactly(START, minute(7), minute(8), minute(19));
        assertThat(simplified.properties().gaps()).containsExactly(gap);
    }

    @Test
    void keepsWhereTheTruckCameToStandAndSetOff() {
        // Given
        List<@Nullable Double> speeds = new ArrayList<>(Collections.nCopies(20, 60.0));
        IntStream.rangeClosed(5, 14).forEach(index -> speeds.set(index, 0.0));
        var track = track(speeds, List.of());

        // When
        var simplified = track.simplified(TOLERANCE_METERS);

        // Then
        assertThat(simplified.properties().times())
                .containsExactly(START, minute(4), minute(5), minute(14), minute(15), minute(19));
        assertThat(simplified.properties().speedsKph()).containsExactly(60.0, 60.0, 0.0, 0.0, 60.0, 60.0);
    }

    /** Straight to the north, a fix a minute. */
    private static TrackView track(List<@Nullable Double> speeds, List<TrackView.Gap> gaps) {
        var count = speeds.size();
        var coordinates = IntStream.range(0, count)
                .mapToObj(index -> new double[] {109.4, 34.5 + index * 0.01})
                .toList();
        var properties = new TrackView.Properties(
                UUID.randomUUID(),
                START,
                minute(count),
                IntStream.range(0, count).mapToObj(TrackViewTest::minute).toList(),
                speeds,
                Collections.nCopies(count, 0),
                Collections.nCopies(count, PositionSource.TERMINAL),
                gaps,
                true);
        return new TrackView(new TrackView.Line(coordinates), properties);
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
