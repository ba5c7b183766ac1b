package org.rescueline.vehicle.gps.gateway;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.jt808.PlatformMessage;

/** Gives orders to connected terminals. */
@Singleton
public class TerminalOrders {
    private final GpsConfig config;
    private final TerminalSessions sessions;

    TerminalOrders(GpsConfig config, TerminalSessions sessions) {
        this.config = config;
        this.sessions = sessions;
    }

    /**
     * Gives one order and waits for its answer, at most {@code rescueline.gps.order-timeout}.
     *
     * @return fails with an IllegalArgumentException when the order does not fit into a frame
     */
    public Uni<OrderAnswer> give(String terminalPhone, PlatformMessage order) {
        return Uni.createFrom().deferred(() -> sessions.find(terminalPhone)
                .map(session -> Uni.createFrom().completionStage(() -> session.order(order, config.orderTimeout())))
                .orElseGet(() -> Uni.createFrom().item(OrderAnswer.OFFLINE)));
    }
}
