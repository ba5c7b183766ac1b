package org.rescueline.demo.road;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rescueline.demo.Cities;
import org.rescueline.demo.fleet.DemoNumbers;
import org.rescueline.demo.fleet.DemoVehicles;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;

/**
 * The trucks that are under way, each reporting through the real gateway. Lives on one event loop: five thousand trucks
 * that report every 15 seconds are some 330 frames a second.
 */
public final class TrucksOnRoad {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    /**
     * How the trucks speak.
     *
     * @param trucks how many, at least 0
     * @param perConnection how many share a connection, at least 1: 1 is a fleet of terminals with a card each, more is a
     *     forwarder
     * @param reportInterval between two reports of one truck
     */
    public record Plan(int trucks, int perConnection, Duration reportInterval) {}

    private final Vertx vertx;
    private final Context context;
    private final Clock clock;
    private final Cities cities;
    private final long seed;
    private final List<TruckLine> lines = new ArrayList<>();
    private final Map<String, TruckTerminal> terminalsByDriverNumber = new HashMap<>();

    public TrucksOnRoad(Vertx vertx, Clock clock, Cities cities, long seed) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.clock = clock;
        this.cities = cities;
        this.seed = seed;
    }

    /** Vehicles 1 to {@code plan.trucks} set off and dial the gateway. */
    public void start(String gatewayHost, int gatewayPort, Plan plan) {
        context.runOnContext(ignored -> {
            var gateway = new TruckLine.Gateway(gatewayHost, gatewayPort);
            var client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
            for (int first = 1; first <= plan.trucks(); first += plan.perConnection()) {
                int last = Math.min(plan.trucks(), first + plan.perConnection() - 1);
                startLine(client, gateway, first, last, plan.reportInterval());
            }
        });
    }

    /** The truck of the driver with this number stands still for a while; nothing happens when there is none. */
    public void breakDown(String driverNumber, Duration duration) {
        context.runOnContext(ignored -> {
            var terminal = terminalsByDriverNumber.get(driverNumber);
            if (terminal != null) {
                terminal.breakDown(duration);
            }
        });
    }

    public void stop() {
        context.runOnContext(ignored -> {
            terminalsByDriverNumber.values().forEach(TruckTerminal::stop);
            lines.forEach(TruckLine::stop);
        });
    }

    private void startLine(NetClient client, TruckLine.Gateway gateway, int first, int last, Duration interval) {
        var line = new TruckLine(vertx, client, gateway);
        lines.add(line);
        for (int vehicle = first; vehicle <= last; vehicle++) {
            var terminal = terminal(line, vehicle);
            line.carry(terminal);
            terminalsByDriverNumber.put(DemoNumbers.driverNumber(vehicle), terminal);
            terminal.start(interval);
        }
    }

    private TruckTerminal terminal(TruckLine line, int vehicle) {
        var random = new Random(seed + vehicle);
        var address = new TerminalAddress(version(vehicle), DemoNumbers.terminalPhone(vehicle));
        var journey = new Journey(cities, random);
        return new TruckTerminal(vertx, line, address, DemoNumbers.plate(vehicle), journey, clock, random);
    }

    private static ProtocolVersion version(int vehicle) {
        return DemoVehicles.protocolOf(vehicle) == TerminalProtocol.JT808_2019
                ? ProtocolVersion.V2019
                : ProtocolVersion.V2013;
    }
}
