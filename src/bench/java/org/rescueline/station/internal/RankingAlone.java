package org.rescueline.station.internal;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.rescueline.geo.NearestIndex;
import org.rescueline.geo.WgsPoint;
import org.rescueline.station.Capability;
import org.rescueline.station.Ranking;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationConfig;
import org.rescueline.station.StationStatus;
import org.rescueline.testkit.ConfigOf;

/** The ranking without the service around it: a register in memory and stations with nothing in hand. */
public final class RankingAlone {

    /** A Thursday at ten in the evening in Shaanxi, when a fifth of the stations is closed. */
    private static final Instant AT = Instant.parse("2026-01-15T14:00:00Z");

    private final NearestIndex<StationRecord> register;
    private final RankingFlow flow;

    private RankingAlone(List<StationRecord> stations) {
        var config = ConfigOf.defaults(StationConfig.class);
        var travel = new EstimatesTravel(config.eta());
        register = NearestIndex.of(stations, StationRecord::place);
        flow = new RankingFlow(
                ids -> Uni.createFrom().item(Map.of()),
                travel,
                new WeighsLoad(config.load(), travel),
                config.excludedLimit());
    }

    /** Ranks stations at these places; some are suspended, some closed at night, not all can do everything. */
    public static RankingAlone over(List<WgsPoint> places, Random random) {
        return new RankingAlone(IntStream.range(0, places.size())
                .mapToObj(number -> station(number, places.get(number), random))
                .toList());
    }

    /** The whole answer with reasons for and against. */
    public Ranking rank(WgsPoint from, int limit) {
        return flow.rank(register, request(from, limit)).await().indefinitely();
    }

    /** The nearest able ones alone, without order by arrival and without reasons. */
    public int nearestAble(WgsPoint from, int limit) {
        var request = request(from, limit);
        return register.nearest(from, limit, (station, meters) -> !Objections.hold(station, meters, request))
                .size();
    }

    private static RankingRequest request(WgsPoint from, int limit) {
        return new RankingRequest(from, Set.of(Capability.ENGINE_WEICHAI), AT, limit);
    }

    private static StationRecord station(int number, WgsPoint place, Random random) {
        var station = StationRecords.aStation("B%05d".formatted(number))
                .at(place)
                .graded(1 + random.nextInt(5))
                .withStatus(random.nextInt(100) < 92 ? StationStatus.ACTIVE : StationStatus.SUSPENDED)
                .withinKm(300);
        if (random.nextInt(100) < 20) {
            station.closedAtNight();
        }
        return random.nextInt(100) < 75
                ? station.build()
                : station.able(Capability.CHASSIS, Capability.ELECTRICAL).build();
    }
}
