package org.rescueline.console.internal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.MapBox;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.VehicleService;

/**
 * Gathers where the trucks are and sends it in one message a second: of each truck only the newest place, and nothing at all
 * while no page looks at a map.
 */
@ApplicationScoped
public class LivePositions {

    /** A map of more trucks than these says nothing; those heard of last are shown. */
    private static final int MOST_SHOWN = 20_000;

    private final LiveFeed feed;
    private final NodeNews nodes;
    private final VehicleService vehicles;
    private final Map<UUID, PositionDot> newest = new ConcurrentHashMap<>();

    LivePositions(LiveFeed feed, NodeNews nodes, VehicleService vehicles) {
        this.feed = feed;
        this.nodes = nodes;
        this.vehicles = vehicles;
    }

    /**
     * The page opened its map on this window: it gets where every truck in it last was, however long ago, and from then on
     * what moves.
     *
     * @param window null when it looks at no map any more
     */
    public void show(LivePage page, @Nullable MapWindow window) {
        page.look(window);
        if (window != null) {
            feed.sendPositions(page, lastKnown(window));
        }
    }

    private List<PositionDot> lastKnown(MapWindow window) {
        var box = new MapBox(window.west(), window.south(), window.east(), window.north());
        var dots = new ArrayList<PositionDot>();
        for (var position : vehicles.listPositions(box, MOST_SHOWN)) {
            var vehicleId = position.vehicleId();
            if (vehicleId != null) {
                dots.add(PositionDot.of(vehicleId, position));
            }
        }
        return dots;
    }

    /** A truck is somewhere. What comes late does not move it back. */
    void note(PositionView position) {
        var vehicleId = position.vehicleId();
        if (vehicleId == null || !nodes.isMapOpen()) {
            return;
        }
        var dot = PositionDot.of(vehicleId, position);
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
            nodes.tellPositions(dots);
        }
    }
}
