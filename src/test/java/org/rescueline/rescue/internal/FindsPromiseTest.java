package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rescueline.event.Priority;
import org.rescueline.rescue.PromiseKind;
import org.rescueline.rescue.PromiseRule;
import org.rescueline.rescue.RescueJobView.Promise;

class FindsPromiseTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-01-14T04:00:00Z");
    private static final Instant THREE_IN_THE_MORNING = Instant.parse("2026-01-13T19:00:00Z");

    private static final List<PromiseRule> RULES = List.of(
            rule(PromiseKind.ARRIVE, 50, "NW", null, null, Priority.P1, 90),
            rule(PromiseKind.ARRIVE, 50, null, null, null, null, 120),
            rule(PromiseKind.ARRIVE, 100, null, null, null, null, 180),
            rule(PromiseKind.ARRIVE, null, null, null, null, null, 2_880),
            rule(PromiseKind.RESPOND, null, null, 22, 6, null, 15),
            rule(PromiseKind.RESPOND, null, null, 6, 22, null, 10));

    @Test
    void takesTheFirstRowThatFits() {
        assertThat(arrival(49_999, "NW", Priority.P1)).isEqualTo(90);
        assertThat(arrival(49_999, "NW", Priority.P2)).isEqualTo(120);
        assertThat(arrival(49_999, "SE", Priority.P1)).isEqualTo(120);
    }

    @Test
    void countsTheEndOfADistanceBandIn() {
        assertThat(arrival(50_000, "SE", Priority.P3)).isEqualTo(120);
        assertThat(arrival(50_001, "SE", Priority.P3)).isEqualTo(180);
        assertThat(arrival(100_001, "SE", Priority.P3)).isEqualTo(2_880);
    }

    @Test
    void fitsAnUnknownRoadOnlyToRowsThatDoNotAskForIt() {
        // When
        var promise = FindsPromise.in(
                RULES, new FindsPromise.Circumstances(PromiseKind.ARRIVE, null, "NW", Priority.P1, NOON, SHANGHAI));

        // Then
        assertThat(promise.orElseThrow().view().minutes()).isEqualTo(2_880);
    }

    @Test
    void readsTheHourOnTheCentresClockAndPastMidnight() {
        assertThat(response(NOON)).isEqualTo(10);
        assertThat(response(THREE_IN_THE_MORNING)).isEqualTo(15);
    }

    @Test
    void promisesNothingWithoutARow() {
        assertThat(FindsPromise.in(
                        RULES,
                        new FindsPromise.Circumstances(PromiseKind.PARTS, 1_000.0, "NW", Priority.P1, NOON, SHANGHAI)))
                .isEmpty();
    }

    @Test
    void isDueTheGivenMinutesAfterTheClockBegan() {
        // When
        var promise = FindsPromise.in(
                        RULES,
                        new FindsPromise.Circumstances(PromiseKind.ARRIVE, 70_000.0, "NW", Priority.P1, NOON, SHANGHAI))
                .orElseThrow()
                .view();

        // Then
        assertThat(promise).isEqualTo(new Promise(PromiseKind.ARRIVE, NOON, NOON.plusSeconds(180 * 60), 180, null));
    }

    private static int arrival(double roadMeters, String area, Priority priority) {
        return FindsPromise.in(
                        RULES,
                        new FindsPromise.Circumstances(PromiseKind.ARRIVE, roadMeters, area, priority, NOON, SHANGHAI))
                .orElseThrow()
                .view()
                .minutes();
    }

    private static int response(Instant at) {
        return FindsPromise.in(
                        RULES,
                        new FindsPromise.Circumstances(PromiseKind.RESPOND, null, null, Priority.P3, at, SHANGHAI))
                .orElseThrow()
                .view()
                .minutes();
    }

    private static PromiseRule rule(
            PromiseKind kind, Integer upToKm, String area, Integer from, Integer to, Priority priority, int minutes) {
        return new PromiseRule(kind, upToKm, area, from, to, priority, minutes);
    }
}
