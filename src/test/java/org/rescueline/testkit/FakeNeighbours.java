package org.rescueline.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/**
 * The service on a real database with its neighbours faked: telephones, trucks and stations do what a test says. The
 * timers that look for lost work are too slow to interfere; a test runs a sweep itself.
 */
public class FakeNeighbours implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeTelephony.class, FakeVehicles.class, FakeStations.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rescueline.geo.road-file", "classpath:/demo/roads.csv",
                "rescueline.callback.sweep-every", "1H",
                "rescueline.callback.turn-every", "1H",
                "rescueline.spotcheck.sweep-every", "1H",
                "rescueline.event.call-end-sweep-every", "1H",
                "rescueline.shared.outbox-sweep-interval", "PT0.2S");
    }
}
