package org.rescueline.vehicle.gps.gateway;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.intake.DriverCards;
import org.rescueline.vehicle.gps.intake.PositionFlow;

/** Makes what stands behind one line, TCP or UDP, and holds what all of them share. */
@Singleton
class Connections {
    private final GpsConfig config;
    private final Clock clock;
    private final TableRegistrar registrar;
    private final PositionFlow positions;
    private final DriverCards drivers;
    private final TerminalSessions sessions;
    private final GatewayMeters meters;
    private final RefusalDesk refusals;

    Connections(
            GpsConfig config,
            Clock clock,
            TableRegistrar registrar,
            PositionFlow positions,
            DriverCards drivers,
            TerminalSessions sessions,
            GatewayMeters meters,
            RefusalLog log,
            UnknownSenders strangers,
            PartsMemory partsMemory) {
        this.config = config;
        this.clock = clock;
        this.registrar = registrar;
        this.positions = positions;
        this.drivers = drivers;
        this.sessions = sessions;
        this.meters = meters;
        this.refusals = new RefusalDesk(log, strangers, partsMemory);
    }

    /** What stands behind a new line. */
    TerminalConnection open(Line line) {
        Dialogue dialogue =
                new Dialogue(line, registrar, positions, drivers, sessions, meters, config.maxTerminalsPerConnection());
        return new TerminalConnection(line, dialogue, config, clock, meters, refusals);
    }
}
