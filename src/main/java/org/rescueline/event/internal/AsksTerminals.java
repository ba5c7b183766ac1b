package org.rescueline.event.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rescueline.event.CallerCard;
import org.rescueline.event.EventConfig;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.PositionQueryOutcome;
import org.rescueline.vehicle.PositionQueryOutcome.Result;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;

/**
 * Asks the caller's online terminals where they are while the telephone rings. A queue rings several desks for one call;
 * the terminals are asked once. The vehicle room bounds the wait and lets later askers share an answer.
 */
@ApplicationScoped
class AsksTerminals {

    private static final int CALLS_REMEMBERED = 1_000;

    private final VehicleService vehicles;
    private final ReactiveBridge bridge;
    private final EventConfig config;
    private final Map<UUID, Boolean> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > CALLS_REMEMBERED;
        }
    };

    AsksTerminals(VehicleService vehicles, ReactiveBridge bridge, EventConfig config) {
        this.vehicles = vehicles;
        this.bridge = bridge;
        this.config = config;
    }

    /** Whether at least one terminal told where it is. */
    Uni<Boolean> ask(CallerCard card) {
        var reachable = card.vehicles().stream()
                .map(CallerCard.CallerVehicle::vehicle)
                .filter(VehicleView::isReachable)
                .limit(config.positionQueries())
                .toList();
        return reachable.isEmpty() || !isFirst(card.callId()) ? Uni.createFrom().item(false) : askAll(reachable);
    }

    private synchronized boolean isFirst(UUID callId) {
        return asked.put(callId, true) == null;
    }

    /** Side by side, and so each on a context of its own: each looks its vehicle up on a session of its own. */
    private Uni<Boolean> askAll(List<VehicleView> reachable) {
        var questions = reachable.stream().map(this::ask).toList();
        return Uni.join().all(questions).andFailFast().map(answers -> answers.contains(true));
    }

    private Uni<Boolean> ask(VehicleView vehicle) {
        return bridge.uni("caller-position", config.ringingDeadline(), () -> vehicles.askPosition(vehicle.id()))
                .map(AsksTerminals::isAnswered)
                .onFailure()
                .recoverWithItem(false);
    }

    private static boolean isAnswered(PositionQueryOutcome outcome) {
        return outcome.result() == Result.ANSWERED;
    }
}
