package org.rescueline.vehicle.gps.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rescueline.vehicle.gps.fix.Fixes.NOW;
import static org.rescueline.vehicle.gps.fix.Fixes.aFix;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rescueline.geo.WgsPoint;

/** What holds of the steps whatever comes in, in whatever order. */
class FixStepsLawsTest {
    private static final FixLimits LIMITS = new FixLimits(Duration.ofMinutes(10), Duration.ofDays(7), 250, 2000, 3);

    @Property(seed = "808")
    void theLastPositionNeverGrowsOlderAndIsAlwaysAPlace(@ForAll("reports") List<Fix> reports) {
        // Given
        FixSteps steps = new FixSteps(LIMITS, correction -> {});
        TerminalTrack track = new TerminalTrack();
        Instant newest = Instant.MIN;

        for (Fix report : reports) {
            // When
            Judgement judgement = steps.judge(report, track);
            if (judgement.kind() == Judgement.Kind.TAKEN) {
                track.moveTo(judgement.fix());
                track.remember(judgement.fix());
            }

            // Then
            Fix last = track.last();
            if (last != null) {
                assertThat(last.bestTime()).isAfterOrEqualTo(newest);
                assertThat(WgsPoint.isLatitude(last.latitude())).isTrue();
                assertThat(WgsPoint.isLongitude(last.longitude())).isTrue();
                newest = last.bestTime();
            }
        }
    }

    @Property(seed = "808")
    void everyReportEndsInOneWayAndARefusalHasAReason(@ForAll("reports") List<Fix> reports) {
        // Given
        FixSteps steps = new FixSteps(LIMITS, correction -> {});
        TerminalTrack track = new TerminalTrack();

        for (Fix report : reports) {
            // When
            Judgement judgement = steps.judge(report, track);

            // Then
            assertThat(judgement.reason() == null).isEqualTo(judgement.kind() == Judgement.Kind.TAKEN);
        }
    }

    @Provide
    Arbitrary<List<Fix>> reports() {
        Arbitrary<Double> latitudes = Arbitraries.oneOf(
                Arbitraries.doubles().between(34, 35), Arbitraries.doubles().between(-200, 200));
        Arbitrary<Double> longitudes = Arbitraries.oneOf(
                Arbitraries.doubles().between(108, 109), Arbitraries.doubles().between(-400, 400));
        Arbitrary<Instant> clocks = Arbitraries.oneOf(
                        Arbitraries.longs().between(-700_000, 700),
                        Arbitraries.longs().between(-2_000_000_000L, 2_000_000_000L))
                .map(NOW::plusSeconds);
        return Combinators.combine(latitudes, longitudes, clocks.injectNull(0.05), Arbitraries.of(true, false))
                .as((latitude, longitude, clock, isSouthWest) -> {
                    Fixes fix = aFix().at(latitude, longitude).fixedAt(clock).receivedAt(NOW);
                    return isSouthWest ? fix.southWest().build() : fix.build();
                })
                .list()
                .ofMaxSize(30);
    }
}
