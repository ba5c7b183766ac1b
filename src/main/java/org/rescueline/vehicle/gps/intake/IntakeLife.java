package org.rescueline.vehicle.gps.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.store.LastPositionStore;
import org.rescueline.vehicle.gps.store.PositionHistory;
import org.rescueline.vehicle.gps.store.PositionRetention;

/** What runs beside the positions themselves: memory filled at the start, written away in intervals, emptied at the end. */
@Singleton
public class IntakeLife {
    private static final Logger LOG = Logger.getLogger(IntakeLife.class);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SETTLE_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LAST_WRITE_TIMEOUT = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final GpsConfig config;
    private final ReactiveBridge bridge;
    private final TerminalDirectory directory;
    private final LastPositionMemory memory;
    private final LastPositionStore lastPositions;
    private final PositionHistory history;
    private final PositionRetention retention;
    private final PositionNews news;
    private final SosFlow sosFlow;
    private final List<Long> timers = new ArrayList<>();

    IntakeLife(
            Vertx vertx,
            GpsConfig config,
            ReactiveBridge bridge,
            TerminalDirectory directory,
            LastPositionMemory memory,
            LastPositionStore lastPositions,
            PositionHistory history,
            PositionRetention retention,
            PositionNews news,
            SosFlow sosFlow) {
        this.vertx = vertx;
        this.config = config;
        this.bridge = bridge;
        this.directory = directory;
        this.memory = memory;
        this.lastPositions = lastPositions;
        this.history = history;
        this.retention = retention;
        this.news = news;
        this.sosFlow = sosFlow;
    }

    /** Fills the memory; afterwards positions may come. */
    public Uni<Void> start() {
        return bridge.uni("gps-start", REFRESH_TIMEOUT, () -> directory.load().chain(memory::restore))
                .invoke(this::startTimers);
    }

    /** After the last position has come: done when the last positions are in Redis, or Redis is away. */
    public Uni<Void> settle() {
        timers.forEach(vertx::cancelTimer);
        timers.clear();
        sosFlow.settle();
        return Uni.createFrom()
                .completionStage(lastPositions::write)
                .ifNoItem()
                .after(LAST_WRITE_TIMEOUT)
                .recoverWithUni(() -> {
                    LOG.warn("The last positions did not reach Redis at the end; the history has them");
                    return Uni.createFrom().voidItem();
                });
    }

    /** Writes what is still in the buffer of the history. */
    public void stop() throws InterruptedException {
        history.stop();
    }

    private void startTimers() {
        history.start();
        every(config.redisInterval(), lastPositions::write);
        every(config.newsInterval(), news::tell);
        every(SETTLE_INTERVAL, sosFlow::settle);
        every(config.directoryInterval(), this::refreshDirectory);
        every(config.history().retentionInterval(), this::keepTidy);
    }

    private void every(Duration interval, Runnable work) {
        timers.add(vertx.setPeriodic(Math.max(1, interval.toMillis()), timer -> work.run()));
    }

    /** A failure is logged by the bridge and mended by the next time. */
    private void keepTidy() {
        bridge.run("position-retention", config.history().retentionDeadline(), retention::keepTidy)
                .exceptionally(failure -> null);
    }

    /** A failure is logged by the bridge and mended by the next time. */
    private void refreshDirectory() {
        bridge.run("terminal-refresh", REFRESH_TIMEOUT, directory::refresh).exceptionally(failure -> null);
    }
}
