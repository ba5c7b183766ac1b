package org.rescueline.vehicle.gps.intake;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.shared.Facts;
import org.rescueline.vehicle.PositionReported;
import org.rescueline.vehicle.PositionView;

/** Tells the other rooms of new positions, conflated: each vehicle once per interval, with its newest. */
@Singleton
public class PositionNews {
    private final Facts facts;
    private final Set<TrackedTerminal> moved = ConcurrentHashMap.newKeySet();

    PositionNews(Facts facts) {
        this.facts = facts;
    }

    void note(TrackedTerminal terminal) {
        moved.add(terminal);
    }

    /** Tells what has gathered. A terminal without vehicle is nowhere shown and not told of. */
    public void tell() {
        for (TrackedTerminal terminal : List.copyOf(moved)) {
            moved.remove(terminal);
            PositionView position = terminal.position();
            if (position != null && position.vehicleId() != null) {
                facts.publish(new PositionReported(position));
            }
        }
    }
}
