package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.TerminalOrderKind;
import org.rescueline.vehicle.TerminalOrderOutcome;
import org.rescueline.vehicle.TerminalOrderView;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.gateway.OrderAnswer;
import org.rescueline.vehicle.gps.gateway.TerminalOrders;
import org.rescueline.vehicle.gps.jt808.PlatformMessage;
import org.rescueline.vehicle.gps.jt808.TerminalMessage;

/**
 * From an order to what came of it:
 *
 * <ol>
 *   <li>the first of the vehicle's terminals that is connected, otherwise the first that could be;
 *   <li>written down with who gave it, before anything is sent: nobody can deny it afterwards;
 *   <li>sent, and waited for at most {@code rescueline.gps.order-timeout};
 *   <li>written down what came of it.
 * </ol>
 */
@Singleton
class TerminalOrderFlow {
    /** So much longer than the order itself is waited for, so that a silent terminal ends as one that did not answer. */
    private static final Duration BEYOND_THE_ORDER = Duration.ofSeconds(2);

    private final VehicleService vehicles;
    private final TerminalOrders orders;
    private final TerminalOrderLog log;
    private final ReactiveBridge bridge;
    private final GpsConfig config;

    TerminalOrderFlow(
            VehicleService vehicles,
            TerminalOrders orders,
            TerminalOrderLog log,
            ReactiveBridge bridge,
            GpsConfig config) {
        this.vehicles = vehicles;
        this.orders = orders;
        this.log = log;
        this.bridge = bridge;
        this.config = config;
    }

    /** What came of an order, and what the terminal told. */
    record Done(TerminalOrderView order, @Nullable TerminalMessage answer) {}

    Uni<Done> give(UUID vehicleId, TerminalOrderKind kind, String detail, PlatformMessage order, Actor actor) {
        return vehicles.getVehicle(vehicleId).map(TerminalOrderFlow::terminalOf).chain(phone -> log.write(
                        vehicleId, phone, kind, detail, actor)
                .chain(written -> send(written, phone, order)));
    }

    /** Writes an order down in the transaction that is open, to be sent when that is committed. */
    Uni<TerminalOrderView> note(UUID vehicleId, TerminalOrderKind kind, String detail, Actor actor) {
        return vehicles.getVehicle(vehicleId)
                .map(TerminalOrderFlow::terminalOf)
                .chain(phone -> log.writeInTransaction(vehicleId, phone, kind, detail, actor));
    }

    /** Sends what was noted, unless somebody has taken it to send it; then says what came of that so far. */
    Uni<TerminalOrderView> sendOnce(TerminalOrderView noted, PlatformMessage order) {
        return log.takeToSend(noted.id())
                .chain(isOurs ->
                        isOurs ? send(noted, noted.terminalPhone(), order).map(Done::order) : log.get(noted.id()));
    }

    /** The answer comes on the terminal's thread and is told on the asker's own. */
    private Uni<Done> send(TerminalOrderView written, String phone, PlatformMessage order) {
        return bridge.uni(
                        "terminal-order", config.orderTimeout().plus(BEYOND_THE_ORDER), () -> orders.give(phone, order))
                .chain(answer -> log.finish(written.id(), outcome(answer.kind()))
                        .map(finished -> new Done(finished, answer.message())));
    }

    private static String terminalOf(VehicleView vehicle) {
        return vehicle.terminals().stream()
                .filter(terminal -> terminal.protocol() != TerminalProtocol.HTTP)
                .max(Comparator.comparing(TerminalView::online))
                .orElseThrow(() -> Failure.conflict("vehicle.no-terminal"))
                .terminalPhone();
    }

    private static TerminalOrderOutcome outcome(OrderAnswer.Kind kind) {
        return switch (kind) {
            case DONE -> TerminalOrderOutcome.DONE;
            case FAILED -> TerminalOrderOutcome.FAILED;
            case NOT_SUPPORTED -> TerminalOrderOutcome.NOT_SUPPORTED;
            case GONE -> TerminalOrderOutcome.GONE;
            case OFFLINE -> TerminalOrderOutcome.OFFLINE;
            case NO_ANSWER -> TerminalOrderOutcome.NO_ANSWER;
        };
    }
}
