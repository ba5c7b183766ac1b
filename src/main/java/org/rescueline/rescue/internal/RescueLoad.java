package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rescueline.rescue.RescueStage;
import org.rescueline.station.StationLoadSource;

/** Tells the station room how many jobs its stations have in hand. */
@Singleton
class RescueLoad implements StationLoadSource {

    private static final List<RescueStage> IN_HAND = Arrays.stream(RescueStage.values())
            .filter(RescueStage::occupiesStation)
            .toList();

    @Override
    public Uni<Map<UUID, Integer>> openJobs(Collection<UUID> stationIds) {
        if (stationIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createQuery("""
                                select j.stationId, count(j) from JobEntity j
                                 where j.stationId in (:stations) and j.stage in (:inHand)
                                 group by j.stationId""", Object[].class)
                        .setParameter("stations", stationIds)
                        .setParameter("inHand", IN_HAND)
                        .getResultList()))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue())));
    }
}
