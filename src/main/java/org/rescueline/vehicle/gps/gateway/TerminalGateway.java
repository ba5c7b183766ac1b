package org.rescueline.vehicle.gps.gateway;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.rescueline.shared.PatientStart;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.intake.IntakeLife;

/**
 * Opens and closes the JT/T 808 port:
 *
 * <ol>
 *   <li>every terminal and its last position into memory, {@link IntakeLife#start};
 *   <li>only then the port, as late as possible in the start: whoever subscribed to an SOS must be there before the
 *       first terminal;
 *   <li>at the end the port first, then what is still in the buffers, {@link IntakeLife#settle}.
 * </ol>
 */
@Singleton
public class TerminalGateway {
    private static final Logger LOG = Logger.getLogger(TerminalGateway.class);
    private static final int LAST = 10_000;
    private static final int FIRST = 1;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /** Vert.x takes one free port for all servers that ask for the same negative one. */
    private static final int SHARED_FREE_PORT = -1;

    private final Vertx vertx;
    private final GpsConfig config;
    private final IntakeLife intake;
    private final Connections connections;
    private final OpenConnections openConnections;
    private final List<String> deployments = new CopyOnWriteArrayList<>();
    private volatile int port;
    private volatile int udpPort;

    TerminalGateway(
            Vertx vertx,
            GpsConfig config,
            IntakeLife intake,
            Connections connections,
            OpenConnections openConnections) {
        this.vertx = vertx;
        this.config = config;
        this.intake = intake;
        this.connections = connections;
        this.openConnections = openConnections;
    }

    /** The port that terminals connect to; 0 before it is open. */
    public int port() {
        return port;
    }

    /** The UDP port that terminals send to; 0 before it is open, or when there is none. */
    public int udpPort() {
        return udpPort;
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        PatientStart.of(START_TIMEOUT, intake::start).chain(this::open).await().atMost(START_TIMEOUT);
        LOG.infof("JT/T 808 on port %d, UDP %d, %d event loops", port, udpPort, deployments.size());
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent stopping) throws InterruptedException {
        port = 0;
        udpPort = 0;
        close().chain(intake::settle).await().atMost(CLOSE_TIMEOUT);
        intake.stop();
    }

    private Uni<Void> open() {
        int loops = config.eventLoops().orElse(Runtime.getRuntime().availableProcessors());
        int wanted = config.port() == 0 ? SHARED_FREE_PORT : config.port();
        return Multi.createFrom()
                .range(0, loops)
                .onItem()
                .transformToUniAndConcatenate(loop -> deploy(wanted))
                .collect()
                .asList()
                .chain(this::deployDatagrams);
    }

    private Uni<Void> deployDatagrams() {
        if (config.udpPort() < 0) {
            return Uni.createFrom().voidItem();
        }
        DatagramVerticle verticle = new DatagramVerticle(config, connections::open, openConnections);
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.deployVerticle(verticle, new DeploymentOptions()).toCompletionStage())
                .invoke(id -> {
                    deployments.add(id);
                    udpPort = verticle.actualPort();
                })
                .replaceWithVoid();
    }

    private Uni<Void> deploy(int wanted) {
        GatewayVerticle verticle = new GatewayVerticle(config, wanted, connections::open, openConnections);
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.deployVerticle(verticle, new DeploymentOptions()).toCompletionStage())
                .invoke(id -> {
                    deployments.add(id);
                    port = verticle.actualPort();
                })
                .replaceWithVoid();
    }

    private Uni<Void> close() {
        return Multi.createFrom()
                .iterable(List.copyOf(deployments))
                .onItem()
                .transformToUniAndConcatenate(id -> Uni.createFrom()
                        .completionStage(() -> vertx.undeploy(id).toCompletionStage()))
                .collect()
                .asList()
                .invoke(deployments::clear)
                .replaceWithVoid();
    }
}
