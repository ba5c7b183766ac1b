package org.rescueline.rescue;

import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rescueline.geo.Geodesic;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Actor;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.station.Capability;
import org.rescueline.station.NewDutyPhone;
import org.rescueline.station.NewStation;
import org.rescueline.station.OpeningHours;
import org.rescueline.station.StationService;
import org.rescueline.station.StationStatus;

/** Stations for tests of rescues: three that can go, one that is suspended and nearest of all. */
@Singleton
public class TestStations {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Inject
    StationService stations;

    @Inject
    ReactiveBridge bridge;

    /** Enters them at 5 (suspended), 10, 20 and 30 km east of the place, unless they are there already. */
    public void around(double latitude, double longitude) {
        var place = new WgsPoint(latitude, longitude);
        var all = IntStream.of(5, 10, 20, 30).mapToObj(km -> station(place, km)).toList();
        enter(all);
    }

    /** Enters one station so many kilometres east of the place, unless it is there already. */
    public void at(double latitude, double longitude, int km) {
        enter(List.of(station(new WgsPoint(latitude, longitude), km)));
    }

    private void enter(List<NewStation> all) {
        bridge.run(
                        "test-stations",
                        DEADLINE,
                        () -> Panache.withTransaction(() -> stations.importStations(all, Actor.SYSTEM)))
                .toCompletableFuture()
                .join();
    }

    private static NewStation station(WgsPoint place, int km) {
        return new NewStation(
                "R%.0f/%.0f/%d".formatted(place.latitude(), place.longitude(), km),
                "演示站 " + km + " 公里",
                "TEST-RESCUE",
                "演示办事处",
                km == 5 ? StationStatus.SUSPENDED : StationStatus.ACTIVE,
                null,
                null,
                null,
                List.of(new NewDutyPhone(PhoneNumber.parse("13900000000"), "值班", true)),
                "演示路 " + km + " 号",
                Geodesic.destination(place, 90, km * 1_000.0),
                Set.of(Capability.CHASSIS),
                null,
                null,
                new OpeningHours(true, LocalTime.of(8, 0), LocalTime.of(20, 0), ZoneId.of("Asia/Shanghai")),
                3,
                4,
                null);
    }
}
