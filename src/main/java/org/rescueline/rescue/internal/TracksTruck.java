package org.rescueline.rescue.internal;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rescueline.rescue.RescueConfig;
import org.rescueline.rescue.RescueFact;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueService;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Facts;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.TerminalOnline;
import org.rescueline.vehicle.TerminalOrderOutcome;
import org.rescueline.vehicle.TerminalOrderView;
import org.rescueline.vehicle.TerminalService;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.VehicleService;

/**
 * Lets a truck report often while somebody is on the way to it:
 *
 * <ol>
 *   <li>a job begins: its truck's terminal is told to report every {@code rescueline.rescue.tracking-interval};
 *   <li>the terminal is not connected: it is told when it comes, while the job is open;
 *   <li>the job ends: it is told to stop. A terminal that cannot be reached then stops by itself when
 *       {@code rescueline.rescue.tracking-duration} is over; while the job is open that is renewed at half time;
 *   <li>the open jobs are read again now and then, so that this node also knows of jobs before its start and of those
 *       that another node took on.
 * </ol>
 */
@Singleton
class TracksTruck {
    private final RescueService rescues;
    private final VehicleService vehicles;
    private final TerminalService terminals;
    private final ReactiveBridge bridge;
    private final RescueConfig config;
    private final Clock clock;

    /** The trucks of open jobs, and when each was told last; {@link Instant#MIN} while it was not. */
    private final Map<UUID, Instant> toldAt = new ConcurrentHashMap<>();

    TracksTruck(
            RescueService rescues,
            VehicleService vehicles,
            TerminalService terminals,
            ReactiveBridge bridge,
            RescueConfig config,
            Clock clock) {
        this.rescues = rescues;
        this.vehicles = vehicles;
        this.terminals = terminals;
        this.bridge = bridge;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Facts facts, Vertx vertx) {
        if (!config.tracking()) {
            return;
        }
        facts.on(RescueFact.class, "rescue.tracks-truck", fact -> hear(fact.job()));
        facts.on(TerminalOnline.class, "rescue.tracks-truck-online", this::online);
        vertx.setPeriodic(config.trackingRefresh().toMillis(), timer -> refreshLater());
    }

    /** Whether somebody is, or shall be, on the way to the truck. */
    static boolean isWanted(RescueStage stage) {
        return switch (stage) {
            case PENDING,
                    OFFERED,
                    ACCEPTED,
                    DECLINED,
                    UNANSWERED,
                    DEPARTED,
                    ARRIVED,
                    INSPECTING,
                    REPAIRING,
                    WAITING_FOR_PARTS,
                    SECOND_TRIP -> true;
            case COMPLETED, CALLBACK, CLOSED, CANCELLED -> false;
        };
    }

    /** Nobody waits for the terminal's answer: the next news must not stand in line behind it. */
    private Uni<Void> hear(RescueJobView job) {
        if (job.vehicle() != null) {
            UUID vehicleId = job.vehicle().id();
            if (isWanted(job.stage())) {
                want(vehicleId);
            } else if (toldAt.remove(vehicleId) != null) {
                later(() -> end(vehicleId));
            }
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> online(TerminalOnline online) {
        UUID vehicleId = online.vehicleId();
        if (vehicleId != null && toldAt.containsKey(vehicleId)) {
            // A terminal that was away may have forgotten what it was told.
            toldAt.replace(vehicleId, Instant.MIN);
            want(vehicleId);
        }
        return Uni.createFrom().voidItem();
    }

    private void want(UUID vehicleId) {
        Instant told = toldAt.computeIfAbsent(vehicleId, ignored -> Instant.MIN);
        Instant renewed = clock.instant().minus(config.trackingDuration().dividedBy(2));
        if (told.isBefore(renewed)) {
            later(() -> begin(vehicleId));
        }
    }

    private void refreshLater() {
        bridge.run("tracks-truck-refresh", config.trackingOrderDeadline(), this::refresh);
    }

    /** Reads which jobs are open, and sets right what is otherwise. */
    Uni<Void> refresh() {
        return rescues.listOpen().invoke(this::setRight).replaceWithVoid();
    }

    private void setRight(List<RescueJobView> open) {
        Set<UUID> wanted = open.stream()
                .filter(job -> job.vehicle() != null && isWanted(job.stage()))
                .map(job -> Objects.requireNonNull(job.vehicle()).id())
                .collect(Collectors.toSet());
        wanted.forEach(this::want);
        for (UUID vehicleId : List.copyOf(toldAt.keySet())) {
            if (!wanted.contains(vehicleId) && toldAt.remove(vehicleId) != null) {
                later(() -> end(vehicleId));
            }
        }
    }

    /** A failure is logged by the bridge, and mended by the next refresh. */
    private void later(Supplier<Uni<Void>> work) {
        bridge.run("tracks-truck", config.trackingOrderDeadline(), work);
    }

    /** Only a terminal that is connected here is told; another node tells its own. */
    private Uni<Void> begin(UUID vehicleId) {
        return ifOnline(vehicleId, () -> {
            Instant before = clock.instant();
            return terminals
                    .startTracking(vehicleId, config.trackingInterval(), config.trackingDuration(), Actor.SYSTEM)
                    .invoke(order -> note(vehicleId, order, before));
        });
    }

    private Uni<Void> end(UUID vehicleId) {
        return ifOnline(vehicleId, () -> terminals.endTracking(vehicleId, Actor.SYSTEM));
    }

    private Uni<Void> ifOnline(UUID vehicleId, Supplier<Uni<TerminalOrderView>> order) {
        return vehicles.getVehicle(vehicleId)
                .chain(vehicle -> vehicle.terminals().stream().anyMatch(TerminalView::online)
                        ? order.get().replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** One that did not answer is told again; one that does not know the order is not asked over and over. */
    private void note(UUID vehicleId, TerminalOrderView order, Instant at) {
        boolean isSettled = order.outcome() == TerminalOrderOutcome.DONE
                || order.outcome() == TerminalOrderOutcome.FAILED
                || order.outcome() == TerminalOrderOutcome.NOT_SUPPORTED;
        if (isSettled) {
            toldAt.replace(vehicleId, at);
        }
    }
}
