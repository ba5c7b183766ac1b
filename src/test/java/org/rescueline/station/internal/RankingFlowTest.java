package org.rescueline.station.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rescueline.station.internal.StationRecords.aStation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rescueline.geo.Geodesic;
import org.rescueline.geo.WgsPoint;
import org.rescueline.station.Capability;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.station.Ranking.Candidate;
import org.rescueline.station.Ranking.Excluded;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.Reason;
import org.rescueline.station.StationStatus;

class RankingFlowTest {

    private static final WgsPoint TRUCK = new WgsPoint(34.50, 109.50);
    private static final Instant NOON = Instant.parse("2026-01-14T04:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-01-13T18:14:07Z");

    private final RankingRig rig = new RankingRig();

    @Test
    void listsFreeStationsInTheOrderOfTheirDistance() {
        // Given
        var far = aStation("FAR").at(34.50, 110.50).build();
        var near = aStation("NEAR").at(34.50, 109.60).build();
        var middle = aStation("MIDDLE").at(34.80, 109.50).build();

        // When
        var ranking = rig.rank(List.of(far, near, middle), byDay());

        // Then
        assertThat(ranking.candidates())
                .extracting(candidate -> candidate.station().code())
                .containsExactly("NEAR", "MIDDLE", "FAR");
        assertThat(ranking.candidates()).extracting(Candidate::rank).containsExactly(1, 2, 3);
        assertThat(codes(ranking.candidates().get(0))).contains(Reason.Code.NEAREST);
        assertThat(codes(ranking.candidates().get(1))).doesNotContain(Reason.Code.NEAREST);
    }

    @Test
    void prefersAFreeStationToANearerOneWhoseVansAreAllOut() {
        // Given
        var busy = aStation("BUSY").at(34.50, 109.60).withVans(1).build();
        var free = aStation("FREE").at(34.50, 109.80).withVans(1).build();
        rig.openJobs(busy, 1);

        // When
        var ranking = rig.rank(List.of(busy, free), byDay());

        // Then
        assertThat(ranking.candidates())
                .extracting(candidate -> candidate.station().code())
                .containsExactly("FREE", "BUSY");
        assertThat(codes(ranking.candidates().get(1)))
                .contains(Reason.Code.NEAREST, Reason.Code.ALL_VANS_OUT, Reason.Code.BUSY_JOBS);
        assertThat(argumentsOf(ranking.candidates().get(1), Reason.Code.ALL_VANS_OUT))
                .isEqualTo(Map.of("vans", 1, "openJobs", 1, "waitMinutes", 100L));
    }

    @Test
    void looksBeyondTheShortlistWhenEveryNearStationIsBusy() {
        // Given: forty busy stations round the truck, one free station behind them
        var busy = IntStream.range(0, 40)
                .mapToObj(i -> aStation("BUSY%02d".formatted(i))
                        .at(34.50, 109.51 + i * 0.005)
                        .withVans(1)
                        .build())
                .toList();
        busy.forEach(station -> rig.openJobs(station, 1));
        var free = aStation("FREE").at(34.50, 109.90).withVans(1).build();

        // When
        var ranking = rig.rank(
                Stream.concat(busy.stream(), Stream.of(free)).toList(), new RankingRequest(TRUCK, Set.of(), NOON, 3));

        // Then
        assertThat(ranking.candidates())
                .extracting(candidate -> candidate.station().code())
                .containsExactly("FREE", "BUSY00", "BUSY01");
    }

    @Test
    void tellsWhyTheNearestStationsAreOut() {
        // Given
        var suspended = aStation("A")
                .at(34.50, 109.51)
                .withStatus(StationStatus.SUSPENDED)
                .build();
        var unable = aStation("B").at(34.50, 109.52).able(Capability.CHASSIS).build();
        var closed = aStation("C").at(34.50, 109.53).closedAtNight().build();
        var mute = aStation("D").at(34.50, 109.54).withoutDutyPhone().build();
        var bound = aStation("E").at(34.50, 109.90).withinKm(30).build();
        var able = aStation("F").at(34.50, 110.50).build();

        // When
        var ranking = rig.rank(
                List.of(suspended, unable, closed, mute, bound, able),
                new RankingRequest(TRUCK, Set.of(Capability.ENGINE_WEICHAI), NIGHT, 3));

        // Then
        assertThat(ranking.candidates())
                .extracting(candidate -> candidate.station().code())
                .containsExactly("F");
        assertThat(ranking.excluded())
                .extracting(excluded -> excluded.station().code(), RankingFlowTest::codes)
                .containsExactly(
                        tuple("A", List.of(Reason.Code.NOT_ACTIVE)),
                        tuple("B", List.of(Reason.Code.NOT_ABLE)),
                        tuple("C", List.of(Reason.Code.CLOSED_AT_NIGHT)),
                        tuple("D", List.of(Reason.Code.NO_DUTY_PHONE)),
                        tuple("E", List.of(Reason.Code.OUTSIDE_RADIUS)));
    }

    @Test
    void leavesOutExcludedStationsFartherThanTheLastCandidate() {
        // Given
        var able = aStation("ABLE").at(34.50, 109.60).build();
        var farAndSuspended = aStation("FAR")
                .at(34.50, 112.00)
                .withStatus(StationStatus.SUSPENDED)
                .build();

        // When
        var ranking = rig.rank(List.of(able, farAndSuspended), new RankingRequest(TRUCK, Set.of(), NOON, 1));

        // Then
        assertThat(ranking.excluded()).isEmpty();
    }

    @Test
    void showsTheNearStationsThatAreOutWhenNoneCanGo() {
        // Given
        var suspended = aStation("A")
                .at(34.50, 109.51)
                .withStatus(StationStatus.SUSPENDED)
                .build();

        // When
        var ranking = rig.rank(List.of(suspended), byDay());

        // Then
        assertThat(ranking.candidates()).isEmpty();
        assertThat(ranking.excluded())
                .extracting(excluded -> excluded.station().code())
                .containsExactly("A");
    }

    @Test
    void tellsEveryObjectionToAStation() {
        // Given
        var hopeless = aStation("A")
                .withStatus(StationStatus.REVOKED)
                .able()
                .closedAtNight()
                .withoutDutyPhone()
                .withinKm(1)
                .build();

        // When
        var ranking = rig.rank(List.of(hopeless), new RankingRequest(TRUCK, Set.of(Capability.TYRES), NIGHT, 5));

        // Then
        assertThat(codes(ranking.excluded().get(0)))
                .containsExactly(
                        Reason.Code.NOT_ACTIVE,
                        Reason.Code.NOT_ABLE,
                        Reason.Code.CLOSED_AT_NIGHT,
                        Reason.Code.NO_DUTY_PHONE,
                        Reason.Code.OUTSIDE_RADIUS);
    }

    @Test
    void saysWhatSpeaksForAStationBeforeWhatSpeaksAgainstIt() {
        // Given
        var station = aStation("A")
                .at(34.50, 109.60)
                .graded(5)
                .withVans(2)
                .checked(DutyPhoneVerdict.NO_ANSWER, 30.0)
                .build();
        rig.openJobs(station, 1);

        // When
        var ranking = rig.rank(List.of(station), new RankingRequest(TRUCK, Set.of(Capability.CHASSIS), NIGHT, 5));

        // Then
        assertThat(codes(ranking.candidates().get(0)))
                .containsExactly(
                        Reason.Code.NEAREST,
                        Reason.Code.HAS_CAPABILITY,
                        Reason.Code.OPEN_AT_NIGHT,
                        Reason.Code.VAN_FREE,
                        Reason.Code.HIGH_STAR_GRADE,
                        Reason.Code.BUSY_JOBS,
                        Reason.Code.MISSED_LAST_CHECK);
    }

    @Test
    void praisesTheDutyPhoneThatWasAnsweredLately() {
        // Given
        var station =
                aStation("A").checked(DutyPhoneVerdict.ANSWERED_IN_TIME, 6.5).build();

        // When
        var ranking = rig.rank(List.of(station), byDay());

        // Then
        assertThat(argumentsOf(ranking.candidates().get(0), Reason.Code.ANSWERED_LAST_CHECK))
                .containsEntry("ringSeconds", 6.5);
    }

    @Test
    void guessesArrivalAsARangeThatHoldsDistanceDetourSpeedAndTurnout() {
        // Given: 97.3 km as the crow flies
        var truck = new WgsPoint(0, 100);
        var station = aStation("A").at(Geodesic.destination(truck, 90, 97_300)).build();

        // When
        var ranking = rig.rank(List.of(station), new RankingRequest(truck, Set.of(), NOON, 1));

        // Then: 5 min + 116.8 km at 75 km/h, and 20 min + 146 km at 45 km/h
        var candidate = ranking.candidates().get(0);
        assertThat(candidate.distanceMeters()).isEqualTo(97_300.0);
        assertThat(candidate.etaLowMinutes()).isEqualTo(98);
        assertThat(candidate.etaHighMinutes()).isEqualTo(215);
    }

    @Test
    void findsNobodyInAnEmptyRegister() {
        // When
        var ranking = rig.rank(List.of(), byDay());

        // Then
        assertThat(ranking.candidates()).isEmpty();
        assertThat(ranking.excluded()).isEmpty();
    }

    private static RankingRequest byDay() {
        return new RankingRequest(TRUCK, Set.of(), NOON, 5);
    }

    private static List<Reason.Code> codes(Candidate candidate) {
        return candidate.reasons().stream().map(Reason::code).toList();
    }

    private static List<Reason.Code> codes(Excluded excluded) {
        return excluded.reasons().stream().map(Reason::code).toList();
    }

    private static Map<String, Object> argumentsOf(Candidate candidate, Reason.Code code) {
        return candidate.reasons().stream()
                .filter(reason -> reason.code() == code)
                .findFirst()
                .orElseThrow()
                .arguments();
    }
}
