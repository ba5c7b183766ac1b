package org.rescueline.station.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rescueline.geo.Near;
import org.rescueline.station.StationConfig;

/** Turns jobs in hand into minutes, so that a busy station near by and a free one further off can be compared. */
final class WeighsLoad {

    private final StationConfig.Load load;
    private final EstimatesTravel travel;

    WeighsLoad(StationConfig.Load load, EstimatesTravel travel) {
        this.load = load;
        this.travel = travel;
    }

    List<Contender> order(List<Near<StationRecord>> eligible, Map<UUID, Integer> openJobs) {
        return eligible.stream()
                .map(near -> weigh(near, openJobs.getOrDefault(near.item().id(), 0)))
                .sorted(Contender.FIRST_THERE)
                .toList();
    }

    /** When a station at this distance could be there at best: one with nothing else to do. */
    double soonestMinutes(double distanceMeters) {
        return travel.middleMinutes(distanceMeters);
    }

    private Contender weigh(Near<StationRecord> near, int openJobs) {
        double wait = openJobs * minutes(load.perJob().toMillis());
        if (openJobs >= near.item().rescueVans()) {
            wait += minutes(load.allVansOut().toMillis());
        }
        return new Contender(near, openJobs, wait, travel.middleMinutes(near.distanceMeters()) + wait);
    }

    private static double minutes(long millis) {
        return millis / 60_000.0;
    }
}
