package org.rescueline.vehicle.gps.intake;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import org.rescueline.vehicle.MapBox;
import org.rescueline.vehicle.PositionView;

/** Where the vehicles are, from memory. A vehicle with two terminals is where the one heard of last says. */
@Singleton
public class LastPositions {
    private static final Comparator<PositionView> OLDEST_FIRST = Comparator.comparing(PositionView::fixedAt);

    private final TerminalDirectory directory;

    LastPositions(TerminalDirectory directory) {
        this.directory = directory;
    }

    /** Where the vehicle last was. */
    public Optional<PositionView> find(UUID vehicleId) {
        return newest(directory.listByVehicle(vehicleId));
    }

    /** The last positions on a piece of the map, newest first. */
    public List<PositionView> listIn(MapBox box, int limit) {
        PriorityQueue<PositionView> newest = new PriorityQueue<>(limit + 1, OLDEST_FIRST);
        directory
                .streamByVehicle()
                .flatMap(fitted -> newest(fitted.getValue()).stream())
                .filter(position -> box.contains(position.latitude(), position.longitude()))
                .forEach(position -> {
                    newest.add(position);
                    if (newest.size() > limit) {
                        newest.remove();
                    }
                });
        return newest.stream().sorted(OLDEST_FIRST.reversed()).toList();
    }

    private static Optional<PositionView> newest(Collection<TrackedTerminal> terminals) {
        return terminals.stream()
                .map(TrackedTerminal::position)
                .filter(Objects::nonNull)
                .max(OLDEST_FIRST);
    }
}
