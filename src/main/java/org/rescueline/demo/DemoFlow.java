package org.rescueline.demo;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.demo.fleet.DemoNumbers;
import org.rescueline.demo.fleet.DemoStations;
import org.rescueline.demo.fleet.DemoVehicles;
import org.rescueline.demo.hotline.HotlineDay;
import org.rescueline.demo.hotline.SimulatedHotline;
import org.rescueline.demo.road.TrucksOnRoad;
import org.rescueline.demo.staff.DemoAccounts;
import org.rescueline.demo.staff.SimulatedStaff;
import org.rescueline.shared.Actor;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.station.StationService;
import org.rescueline.telephony.PbxAddress;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.TelephonyState;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.VehicleService;

/**
 * How the demo comes to life, in order: people, stations, vehicles, trucks on the road, and callers. What is in the
 * database already is left as it is, so a second start goes on with the same country.
 */
@Singleton
public class DemoFlow {

    private static final Logger LOG = Logger.getLogger(DemoFlow.class);
    private static final List<String> HOTLINES = List.of("4008809818", "8008409818");
    private static final int AFTER_THE_SERVICE = 20_000;
    private static final String LOOPBACK = "127.0.0.1";

    /** Filling an empty register takes a few seconds; a database slower than this will not show a demo either. */
    private static final Duration FILL_DEADLINE = Duration.ofMinutes(2);

    /** A truck whose driver called stands for so long. */
    private static final Duration BREAKDOWN = Duration.ofMinutes(45);

    private final DemoConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final ReactiveBridge bridge;
    private final DemoAccounts accounts;
    private final StationService stations;
    private final VehicleService vehicles;
    private final TelephonyService telephony;
    private final SimulatedStaff staff;
    private final int gatewayPort;
    private @Nullable TrucksOnRoad trucks;
    private @Nullable HotlineDay day;

    DemoFlow(
            DemoConfig config,
            Vertx vertx,
            Clock clock,
            ReactiveBridge bridge,
            DemoAccounts accounts,
            StationService stations,
            VehicleService vehicles,
            TelephonyService telephony,
            SimulatedStaff staff,
            @ConfigProperty(name = "rescueline.gps.port", defaultValue = "7611") int gatewayPort) {
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.bridge = bridge;
        this.accounts = accounts;
        this.stations = stations;
        this.vehicles = vehicles;
        this.telephony = telephony;
        this.staff = staff;
        this.gatewayPort = gatewayPort;
    }

    /** After everything else: the service is there first, and its country fills while it already answers. */
    void start(@Observes @Priority(AFTER_THE_SERVICE) StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        LOG.info("This is a demo: all people, numbers, vehicles and stations are invented");
        bridge.run("demo-fill", FILL_DEADLINE, this::fill).whenComplete((done, failure) -> comeAlive(failure));
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (trucks != null) {
            trucks.stop();
        }
        if (day != null) {
            day.end();
        }
    }

    private Uni<Void> fill() {
        return accounts.provide()
                .invoke(staff::begin)
                .chain(() -> stations.importStations(
                        DemoStations.make(Cities.read().all(), config.stations(), config.seed()), Actor.SYSTEM))
                .invoke(entered -> LOG.infof("Demo stations entered: %d", entered))
                .chain(this::enterVehicles);
    }

    /** What a smaller country entered before stays; the rest of a larger one is added. */
    private Uni<Void> enterVehicles() {
        int wanted = Math.max(config.vehicles(), config.trucksOnRoad());
        return vehicles.listVehicles(VehicleFilter.ALL, PageRequest.first(1)).chain(page -> {
            if (page.total() >= wanted) {
                return Uni.createFrom().voidItem();
            }
            var fleet = DemoVehicles.make(wanted, config.seed());
            return vehicles.importVehicles(fleet.subList((int) page.total(), wanted), Actor.SYSTEM)
                    .invoke(ids -> LOG.infof("Demo vehicles entered: %d", ids.size()))
                    .replaceWithVoid();
        });
    }

    private void comeAlive(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("The demo could not be filled; the service itself goes on", failure);
            return;
        }
        int underWay = config.trucksOnRoad();
        trucks = new TrucksOnRoad(vertx, clock, Cities.read(), config.seed());
        trucks.start(
                LOOPBACK,
                gatewayPort,
                new TrucksOnRoad.Plan(underWay, config.trucksPerConnection(), config.reportInterval()));
        vertx.setTimer(Math.max(1, config.asteriskAnswerTimeout().toMillis()), ignored -> chooseHotline(underWay));
    }

    /** A real switch that answers is used; only otherwise does the built-in one take its place. */
    private void chooseHotline(int underWay) {
        if (telephony.state().mode() == TelephonyState.Mode.ASTERISK) {
            LOG.info("An Asterisk answers; the demo leaves the telephones to it");
            return;
        }
        var hotlineDay = new HotlineDay(
                vertx,
                clock,
                config.seed(),
                DemoAccounts.DESK_EXTENSIONS,
                DemoAccounts.COLLEAGUE_EXTENSIONS,
                IntStream.rangeClosed(1, Math.max(1, underWay))
                        .mapToObj(DemoNumbers::driverNumber)
                        .toList(),
                HOTLINES,
                config.callInterval(),
                this::breakDownTruckOf);
        day = hotlineDay;
        hotlineDay
                .open()
                .onSuccess(door -> attach(hotlineDay, door))
                .onFailure(refused -> LOG.error("The simulated hotline found no free port", refused));
    }

    private void attach(HotlineDay hotlineDay, SimulatedHotline.Door door) {
        telephony.attach(new PbxAddress("simulator", door.host(), door.port(), door.username(), door.secret(), true));
        hotlineDay.begin();
    }

    private void breakDownTruckOf(String callerNumber) {
        if (trucks != null) {
            trucks.breakDown(callerNumber, BREAKDOWN);
        }
    }
}
