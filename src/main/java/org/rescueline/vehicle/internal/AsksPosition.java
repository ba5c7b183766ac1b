package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.PositionQueryOutcome;
import org.rescueline.vehicle.PositionQueryOutcome.Result;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.VehicleView;
import org.rescueline.vehicle.gps.gateway.PositionQueries;
import org.rescueline.vehicle.gps.gateway.QueryAnswer;
import org.rescueline.vehicle.gps.intake.LastPositions;

/** Asks the first of a vehicle's terminals that is connected. */
@Singleton
class AsksPosition {
    private final PositionQueries queries;
    private final LastPositions positions;
    private final Clock clock;

    AsksPosition(PositionQueries queries, LastPositions positions, Clock clock) {
        this.queries = queries;
        this.positions = positions;
        this.clock = clock;
    }

    Uni<PositionQueryOutcome> ask(VehicleView vehicle) {
        boolean canBeAsked =
                vehicle.terminals().stream().anyMatch(terminal -> terminal.protocol() != TerminalProtocol.HTTP);
        if (!canBeAsked) {
            return known(vehicle, Result.NO_TERMINAL);
        }
        Optional<TerminalView> online =
                vehicle.terminals().stream().filter(TerminalView::online).findFirst();
        if (online.isEmpty()) {
            return known(vehicle, Result.OFFLINE);
        }
        Instant asked = clock.instant();
        return queries.ask(online.get().terminalPhone()).map(answer -> outcome(vehicle, answer, asked));
    }

    private Uni<PositionQueryOutcome> known(VehicleView vehicle, Result result) {
        return Uni.createFrom().item(new PositionQueryOutcome(result, lastKnown(vehicle), 0));
    }

    private PositionQueryOutcome outcome(VehicleView vehicle, QueryAnswer answer, Instant asked) {
        long waited = Duration.between(asked, clock.instant()).toMillis();
        PositionView told = answer.position();
        return new PositionQueryOutcome(result(answer.kind()), told == null ? lastKnown(vehicle) : told, waited);
    }

    private @Nullable PositionView lastKnown(VehicleView vehicle) {
        return positions.find(vehicle.id()).orElse(null);
    }

    private static Result result(QueryAnswer.Kind kind) {
        return switch (kind) {
            case ANSWERED -> Result.ANSWERED;
            case REFUSED -> Result.REFUSED;
            case GONE, OFFLINE -> Result.OFFLINE;
            case NO_ANSWER -> Result.NO_ANSWER;
        };
    }
}
