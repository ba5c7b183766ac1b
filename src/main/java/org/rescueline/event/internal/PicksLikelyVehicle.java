package org.rescueline.event.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rescueline.vehicle.PositionView;

/**
 * Which of a caller's trucks the call is probably about, by this ladder:
 *
 * <ol>
 *   <li>the only truck there is;
 *   <li>a truck with an unfinished case;
 *   <li>the truck heard last: a terminal that speaks is on the road, a parked one falls silent;
 *   <li>none: the operator asks.
 * </ol>
 */
final class PicksLikelyVehicle {

    private PicksLikelyVehicle() {}

    static Optional<UUID> pick(List<UUID> vehicles, Set<UUID> withUnfinishedEvent, Map<UUID, PositionView> positions) {
        if (vehicles.size() == 1) {
            return Optional.of(vehicles.get(0));
        }
        var unfinished = vehicles.stream().filter(withUnfinishedEvent::contains).toList();
        return heardLast(unfinished.isEmpty() ? vehicles : unfinished, positions)
                .or(() -> unfinished.stream().findFirst());
    }

    private static Optional<UUID> heardLast(List<UUID> vehicles, Map<UUID, PositionView> positions) {
        return vehicles.stream()
                .filter(positions::containsKey)
                .max(Comparator.comparing((UUID id) -> heardAt(positions, id))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static Instant heardAt(Map<UUID, PositionView> positions, UUID id) {
        var position = positions.get(id);
        return position == null ? Instant.MIN : position.receivedAt();
    }
}
