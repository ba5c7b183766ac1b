package org.rescueline.station.internal;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rescueline.geo.NearestIndex;
import org.rescueline.station.Ranking;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationConfig;
import org.rescueline.station.StationLoadSource;
import org.rescueline.testkit.ConfigOf;

/** The ranking with its default configuration and loads that the test sets. */
final class RankingRig implements StationLoadSource {

    static final StationConfig CONFIG = ConfigOf.defaults(StationConfig.class);

    private final EstimatesTravel travel = new EstimatesTravel(CONFIG.eta());
    private final WeighsLoad weighing = new WeighsLoad(CONFIG.load(), travel);
    private final RankingFlow flow = new RankingFlow(this, travel, weighing, CONFIG.excludedLimit());
    private final Map<UUID, Integer> openJobs = new HashMap<>();

    void openJobs(StationRecord station, int jobs) {
        openJobs.put(station.id(), jobs);
    }

    Ranking rank(List<StationRecord> register, RankingRequest request) {
        return flow.rank(NearestIndex.of(register, StationRecord::place), request)
                .await()
                .indefinitely();
    }

    /** The list that weighing every station of the register would give. */
    List<Contender> weighAll(List<StationRecord> register, RankingRequest request) {
        var eligible =
                NearestIndex.of(register, StationRecord::place).nearest(request.place(), register.size()).stream()
                        .filter(near -> Objections.to(near, request).isEmpty())
                        .toList();
        return weighing.order(eligible, openJobs);
    }

    @Override
    public Uni<Map<UUID, Integer>> openJobs(Collection<UUID> stationIds) {
        return Uni.createFrom().item(() -> {
            var known = new HashMap<>(openJobs);
            known.keySet().retainAll(stationIds);
            return known;
        });
    }
}
