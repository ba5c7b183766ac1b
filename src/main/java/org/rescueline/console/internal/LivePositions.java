package org.rescueline.console.internal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.vehicle.PositionView;

/**
 * Gathers where the trucks are and sends it in one message a second: of each truck only the newest place, and nothing at all
 * while no page looks at a map.
 */
@ApplicationScoped
class LivePositions {

    private final LiveFeed feed;
    private final Map<UUID, PositionDot> newest = new ConcurrentHashMap<>();

    LivePositions(LiveFeed feed) {
        this.feed = feed;
    }

    /** A truck is somewhere. What comes late does not move it back. */
    void note(PositionView position) {
        var vehicleId = position.vehicleId();
        if (vehicleId == null || !feed.hasMapOpen()) {
            return;
        }
        var dot = new PositionDot(
                vehicleId,
                position.plate(),
                position.latitude(),
                position.longitude(),
                position.courseDegrees(),
                position.speedKph(),
                position.fixedAt().toEpochMilli());
        newest.merge(vehicleId, dot, (known, next) -> next.fixedAtMillis() < known.fixedAtMillis() ? known : next);
    }

    @Scheduled(
            every = "${rescueline.console.live.positions:1s}",
            identity = "console-positions",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        var dots = new ArrayList<PositionDot>();
        newest.keySet().forEach(vehicle -> {
            var dot = newest.remove(vehicle);
            if (dot != null) {
                dots.add(dot);
            }
        });
        if (!dots.isEmpty()) {
            feed.publishPositions(dots);
        }
    }
}
