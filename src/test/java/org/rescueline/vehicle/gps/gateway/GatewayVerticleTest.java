package org.rescueline.vehicle.gps.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.gps.jt808.Heartbeat;
import org.rescueline.vehicle.gps.jt808.PlatformAck;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;

/** The gateway on real sockets, without framework and database. */
class GatewayVerticleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SHARED_FREE_PORT = -1;

    private final Vertx vertx = Vertx.vertx();
    private final OpenConnections open = Gateways.withDefaults().openConnections();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void closesAConnectionOnWhichNobodyAuthenticates() {
        // Given
        int port = listen(Map.of("authentication-timeout", "PT0.3S"));

        // When
        try (Terminal808 terminal = Terminal808.connect(port, ProtocolVersion.V2013, "13912345678")) {
            // Then
            assertThat(terminal.isClosedByPeer()).isTrue();
        }
        await().atMost(PATIENCE).until(() -> open.count() == 0);
    }

    @Test
    void closesAConnectionThatHasFallenSilent() {
        // Given
        int port = listen(Map.of("idle-timeout", "PT0.5S"));
        try (Terminal808 terminal = Terminal808.connect(port, ProtocolVersion.V2013, "13912345678")) {
            // When
            PlatformAck.Result result = terminal.authenticate(AcceptingRegistrar.CODE);

            // Then
            assertThat(result).isEqualTo(PlatformAck.Result.DONE);
            assertThat(terminal.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void keepsAnAuthenticatedTerminalThatOnlyAnswersNowAndThen() {
        // Given
        int port = listen(Map.of("authentication-timeout", "PT0.3S", "idle-timeout", "PT1M"));
        try (Terminal808 terminal = Terminal808.connect(port, ProtocolVersion.V2013, "13912345678")) {
            terminal.authenticate(AcceptingRegistrar.CODE);

            // When the time to authenticate has long passed
            boolean isSilent = terminal.hearsNothingFor(Duration.ofMillis(900));

            // Then
            assertThat(isSilent).isTrue();
            assertThat(terminal.sendAndAwait(new Heartbeat())).isEqualTo(PlatformAck.Result.DONE);
        }
    }

    @Test
    void answersEveryFrameOfABurstInOrder() {
        // Given
        int port = listen(Map.of());
        try (Terminal808 terminal = Terminal808.connect(port, ProtocolVersion.V2013, "13912345678")) {
            terminal.authenticate(AcceptingRegistrar.CODE);

            // When
            int last = 0;
            for (int i = 0; i < 5_000; i++) {
                last = terminal.send(new Heartbeat());
            }

            // Then
            int expected = last;
            PlatformAck ack = terminal.await(PlatformAck.class, answer -> answer.answerSerial() == expected);
            assertThat(ack.result()).isEqualTo(PlatformAck.Result.DONE);
        }
    }

    @Test
    void sharesItsPortBetweenSeveralEventLoops() {
        // Given two verticles
        Gateways gateway = Gateways.with(new HashMap<>());
        int first = deploy(gateway, SHARED_FREE_PORT);

        // When
        int second = deploy(gateway, SHARED_FREE_PORT);

        // Then
        assertThat(second).isEqualTo(first).isPositive();
    }

    private int listen(Map<String, String> keys) {
        return deploy(Gateways.with(keys), SHARED_FREE_PORT);
    }

    private int deploy(Gateways gateway, int port) {
        GatewayVerticle verticle = new GatewayVerticle(gateway.config, port, gateway::connect, open);
        vertx.deployVerticle(verticle).toCompletionStage().toCompletableFuture().join();
        return verticle.actualPort();
    }
}
