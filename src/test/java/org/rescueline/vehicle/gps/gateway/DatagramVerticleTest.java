package org.rescueline.vehicle.gps.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.PlatformAck;

/** The gateway over UDP on a real socket, without framework and database. */
class DatagramVerticleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] AUTHENTICATION =
            FrameEncoder.encode(FuzzedConnection.TRUCK, 1, Authentication.of(AcceptingRegistrar.CODE));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answersReportsWhereTheyCameFrom() {
        // Given
        Gateways gateway = gateway(Map.of());
        int port = listen(gateway, gateway.openConnections());
        try (Terminal808 one = Terminal808.onlineOverUdp(port, "13912345678");
                Terminal808 other = Terminal808.onlineOverUdp(port, "13912345679")) {
            // When
            PlatformAck.Result ofOne = one.report(34.5, 109.4, Instant.now());
            PlatformAck.Result ofOther = other.report(34.6, 109.5, Instant.now());

            // Then
            assertThat(ofOne).isEqualTo(PlatformAck.Result.DONE);
            assertThat(ofOther).isEqualTo(PlatformAck.Result.DONE);
            assertThat(gateway.sessions.size()).isEqualTo(2);
        }
    }

    @Test
    void forgetsASenderThatHasFallenSilent() {
        // Given
        Gateways gateway = gateway(Map.of("idle-timeout", "PT0.5S"));
        OpenConnections open = gateway.openConnections();
        int port = listen(gateway, open);

        // When
        try (Terminal808 terminal = Terminal808.onlineOverUdp(port, "13912345678")) {
            // Then
            await().atMost(PATIENCE).until(() -> gateway.sessions.size() == 0 && open.count() == 0);
            assertThat(terminal.authenticate(AcceptingRegistrar.CODE)).isEqualTo(PlatformAck.Result.DONE);
        }
    }

    @Test
    void forgetsAndCountsASenderThatNeverShowsACode() throws Exception {
        // Given
        Gateways gateway = gateway(Map.of("authentication-timeout", "PT0.3S"));
        OpenConnections open = gateway.openConnections();
        int port = listen(gateway, open);

        // When
        send(port, Arrays.copyOf(AUTHENTICATION, AUTHENTICATION.length - 3));

        // Then
        await().atMost(PATIENCE).until(() -> closed(gateway, "not_authenticated") == 1 && open.count() == 0);
        assertThat(gateway.count("rescueline.gps.frames.refused", "reason", "cut_off"))
                .isEqualTo(1);
    }

    @Test
    void takesNoMoreSendersThanAllowedAndLeavesTheConnectionsTheirRoom() throws Exception {
        // Given
        Gateways gateway = gateway(Map.of("max-udp-senders", "1"));
        OpenConnections open = gateway.openConnections();
        int port = listen(gateway, open);
        try (Terminal808 known = Terminal808.onlineOverUdp(port, "13912345678")) {
            // When
            send(port, AUTHENTICATION);

            // Then
            await().atMost(PATIENCE).until(() -> closed(gateway, "too_many") == 1);
            assertThat(open.count()).isEqualTo(1);
            assertThat(open.admit("192.0.2.1")).isTrue();
            assertThat(known.authenticate(AcceptingRegistrar.CODE)).isEqualTo(PlatformAck.Result.DONE);
        }
    }

    private static Gateways gateway(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(keys);
        all.put("udp-port", "0");
        return Gateways.with(all);
    }

    private int listen(Gateways gateway, OpenConnections open) {
        DatagramVerticle verticle = new DatagramVerticle(gateway.config, gateway::connect, open);
        vertx.deployVerticle(verticle).toCompletionStage().toCompletableFuture().join();
        return verticle.actualPort();
    }

    /** From an address that nobody has sent from before. */
    private static void send(int port, byte... bytes) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        }
    }

    private static double closed(Gateways gateway, String reason) {
        return gateway.count("rescueline.gps.connections.closed", "reason", reason);
    }
}
