package org.rescueline.station.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rescueline.station.internal.StationRecords.aStation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.rescueline.geo.Geodesic;
import org.rescueline.geo.WgsPoint;
import org.rescueline.station.Capability;
import org.rescueline.station.Ranking;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationStatus;

/** What must hold for every register, every place, every hour and every load. */
class RankingLawsTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-01-13T16:00:00Z");

    @Property(tries = 200, seed = "1")
    void listsExactlyWhatWeighingEveryStationWouldList(
            @ForAll int seed, @ForAll @IntRange(min = 1, max = 12) int limit) {
        // Given
        var world = new World(seed, limit);
        var expected = world.rig.weighAll(world.register, world.request).stream()
                .limit(limit)
                .map(contender -> contender.station().code())
                .toList();

        // When
        var ranking = world.rig.rank(world.register, world.request);

        // Then
        assertThat(codes(ranking)).isEqualTo(expected);
    }

    @Property(tries = 200, seed = "2")
    void listsTheSameWhateverTheOrderOfTheRegister(@ForAll int seed) {
        // Given
        var world = new World(seed, 5);
        var shuffled = new ArrayList<>(world.register);
        Collections.shuffle(shuffled, new Random(~seed));

        // When
        var once = world.rig.rank(world.register, world.request);
        var again = world.rig.rank(shuffled, world.request);

        // Then
        assertThat(again.candidates()).isEqualTo(once.candidates());
        assertThat(again.excluded()).isEqualTo(once.excluded());
    }

    @Property(tries = 200, seed = "3")
    void followsTheGeodesicWhenNobodyHasJobs(@ForAll int seed) {
        // Given
        var world = new World(seed, 8).withoutJobs();

        // When
        var ranking = world.rig.rank(world.register, world.request);

        // Then
        assertThat(ranking.candidates().stream()
                        .map(candidate -> distance(world.request.place(), candidate))
                        .toList())
                .isSorted();
    }

    @Property(tries = 200, seed = "4")
    void givesAReasonToEveryStationItLeavesOutAndToEveryOneItLists(@ForAll int seed) {
        // Given
        var world = new World(seed, 5);

        // When
        var ranking = world.rig.rank(world.register, world.request);

        // Then
        assertThat(ranking.excluded())
                .allSatisfy(excluded -> assertThat(excluded.reasons()).isNotEmpty());
        assertThat(ranking.candidates())
                .allSatisfy(candidate -> assertThat(candidate.reasons()).isNotEmpty());
        assertThat(ranking.candidates())
                .allSatisfy(candidate -> assertThat(candidate.etaLowMinutes()).isLessThan(candidate.etaHighMinutes()));
    }

    @Property(tries = 200, seed = "5")
    void neverListsAStationBothAsCandidateAndAsExcluded(@ForAll int seed) {
        // Given
        var world = new World(seed, 10);

        // When
        var ranking = world.rig.rank(world.register, world.request);

        // Then
        var excluded =
                ranking.excluded().stream().map(out -> out.station().code()).toList();
        assertThat(codes(ranking)).doesNotContainAnyElementsOf(excluded);
    }

    private static List<String> codes(Ranking ranking) {
        return ranking.candidates().stream()
                .map(candidate -> candidate.station().code())
                .toList();
    }

    private static double distance(WgsPoint place, Ranking.Candidate candidate) {
        var station = candidate.station();
        return Geodesic.distanceMeters(place, new WgsPoint(station.latitude(), station.longitude()));
    }

    /** Some hundred stations of every kind over the country, a truck among them, and a need; all from one seed. */
    private static final class World {

        private final RankingRig rig;
        private final List<StationRecord> register;
        private final RankingRequest request;

        World(long seed, int limit) {
            var random = new Random(seed);
            this.rig = new RankingRig();
            this.register = IntStream.range(0, 1 + random.nextInt(150))
                    .mapToObj(number -> station("S%03d".formatted(number), random))
                    .toList();
            register.forEach(station -> rig.openJobs(station, random.nextInt(4)));
            this.request = new RankingRequest(
                    somewhere(random), need(random), MIDNIGHT.plusSeconds(random.nextInt(86_400)), limit);
        }

        private World(RankingRig rig, World other) {
            this.rig = rig;
            this.register = other.register.stream()
                    .filter(station -> station.rescueVans() > 0)
                    .toList();
            this.request = other.request;
        }

        World withoutJobs() {
            return new World(new RankingRig(), this);
        }

        private static StationRecord station(String code, Random random) {
            var station = aStation(code)
                    .at(somewhere(random))
                    .withVans(random.nextInt(4))
                    .withStatus(random.nextInt(5) == 0 ? StationStatus.SUSPENDED : StationStatus.ACTIVE);
            if (random.nextBoolean()) {
                station.closedAtNight();
            }
            if (random.nextInt(6) == 0) {
                station.withoutDutyPhone();
            }
            if (random.nextInt(3) == 0) {
                station.withinKm(50 + random.nextInt(800));
            }
            if (random.nextInt(3) == 0) {
                station.able(Capability.CHASSIS, Capability.ENGINE_WEICHAI);
            }
            return station.build();
        }

        private static WgsPoint somewhere(Random random) {
            return new WgsPoint(20 + random.nextDouble() * 33, 75 + random.nextDouble() * 58);
        }

        private static Set<Capability> need(Random random) {
            var need = EnumSet.noneOf(Capability.class);
            if (random.nextBoolean()) {
                need.add(random.nextBoolean() ? Capability.ENGINE_WEICHAI : Capability.ENGINE_CUMMINS);
            }
            return need;
        }
    }
}
