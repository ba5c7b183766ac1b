package org.rescueline.station.internal;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rescueline.geo.Near;
import org.rescueline.geo.NearestIndex;
import org.rescueline.shared.Ids;
import org.rescueline.station.Ranking;
import org.rescueline.station.Ranking.Candidate;
import org.rescueline.station.Ranking.EtaMethod;
import org.rescueline.station.Ranking.Excluded;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationLoadSource;

/**
 * Who should go, step by step:
 *
 * <ol>
 *   <li><b>Shortlist.</b> The nearest stations by true distance to which there is no objection ({@link Objections}).
 *   <li><b>Load.</b> How many jobs each of them has in hand.
 *   <li><b>Order.</b> Who can be there first: guessed arrival plus the wait for a van ({@link WeighsLoad}).
 *   <li><b>Enough?</b> When a station beyond the shortlist, idle, could still be there before the last one to be listed,
 *       the shortlist is doubled and the question asked again; so the list is the true one, however busy the near
 *       stations are.
 *   <li><b>Reasons</b> for and against each candidate ({@link GivesReasons}).
 *   <li><b>Excluded.</b> The near stations that cannot go, with why, so that nobody wonders about them.
 * </ol>
 *
 * The same question on the same register and loads always gets the same list.
 */
final class RankingFlow {

    /** Shortlist for each candidate wanted: usually enough at the first attempt. */
    private static final int SHORTLIST_PER_CANDIDATE = 4;

    private final StationLoadSource loads;
    private final EstimatesTravel travel;
    private final WeighsLoad weighing;
    private final int excludedLimit;

    RankingFlow(StationLoadSource loads, EstimatesTravel travel, WeighsLoad weighing, int excludedLimit) {
        this.loads = loads;
        this.travel = travel;
        this.weighing = weighing;
        this.excludedLimit = excludedLimit;
    }

    Uni<Ranking> rank(NearestIndex<StationRecord> register, RankingRequest request) {
        return contenders(register, request, request.limit() * SHORTLIST_PER_CANDIDATE)
                .map(contenders -> ranking(register, request, contenders));
    }

    private Uni<List<Contender>> contenders(NearestIndex<StationRecord> register, RankingRequest request, int size) {
        var shortlist = nearest(register, request, size, true);
        if (shortlist.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = shortlist.stream().map(near -> near.item().id()).toList();
        return loads.openJobs(ids).chain(openJobs -> {
            var ordered = weighing.order(shortlist, openJobs);
            return shortlist.size() < size || isCertain(shortlist, ordered, request.limit())
                    ? Uni.createFrom()
                            .item(ordered.stream().limit(request.limit()).toList())
                    : contenders(register, request, size * 2);
        });
    }

    private boolean isCertain(List<Near<StationRecord>> shortlist, List<Contender> ordered, int limit) {
        double farthest = shortlist.get(shortlist.size() - 1).distanceMeters();
        return ordered.get(limit - 1).readyMinutes() <= weighing.soonestMinutes(farthest);
    }

    private Ranking ranking(NearestIndex<StationRecord> register, RankingRequest request, List<Contender> contenders) {
        return new Ranking(
                Ids.next(),
                request.place(),
                request.need(),
                request.at(),
                EtaMethod.STRAIGHT_LINE_ESTIMATE,
                candidates(register, request, contenders),
                excluded(register, request, contenders));
    }

    private List<Candidate> candidates(
            NearestIndex<StationRecord> register, RankingRequest request, List<Contender> contenders) {
        if (contenders.isEmpty()) {
            return List.of();
        }
        var nearest = nearest(register, request, 1, true).get(0).item().id();
        return IntStream.range(0, contenders.size())
                .mapToObj(place -> candidate(place + 1, contenders.get(place), request, nearest))
                .toList();
    }

    private Candidate candidate(int rank, Contender contender, RankingRequest request, UUID nearest) {
        var station = contender.station();
        var estimate = travel.over(contender.near().distanceMeters());
        return new Candidate(
                rank,
                station.summary(),
                toDecimetres(estimate.distanceMeters()),
                estimate.etaLowMinutes(),
                estimate.etaHighMinutes(),
                contender.openJobs(),
                station.rescueVans(),
                GivesReasons.about(contender, request, station.id().equals(nearest)));
    }

    private List<Excluded> excluded(
            NearestIndex<StationRecord> register, RankingRequest request, List<Contender> contenders) {
        if (excludedLimit == 0) {
            return List.of();
        }
        double reach = contenders.size() < request.limit()
                ? Double.POSITIVE_INFINITY
                : contenders.stream()
                        .mapToDouble(contender -> contender.near().distanceMeters())
                        .max()
                        .orElse(Double.POSITIVE_INFINITY);
        return nearest(register, request, excludedLimit, false).stream()
                .takeWhile(near -> near.distanceMeters() <= reach)
                .map(near -> new Excluded(
                        near.item().summary(), toDecimetres(near.distanceMeters()), Objections.to(near, request)))
                .toList();
    }

    private static List<Near<StationRecord>> nearest(
            NearestIndex<StationRecord> register, RankingRequest request, int count, boolean eligible) {
        return register.nearest(
                request.place(),
                count,
                (station, distanceMeters) -> Objections.hold(station, distanceMeters, request) != eligible);
    }

    /** Nobody can use more digits, and the place itself is not known better. */
    private static double toDecimetres(double meters) {
        return Math.round(meters * 10) / 10.0;
    }
}
