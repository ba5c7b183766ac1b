package org.rescueline.vehicle.gps.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.SocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.GpsConfig;

/**
 * The gateway over UDP, for the terminals that speak so. An address that sends datagrams is a connection without a
 * beginning and an end: it begins with the first one, and ends when it has been silent for too long or no terminal has
 * authenticated itself on it in time. There are at most {@code max-udp-senders}, since addresses can be forged.
 */
final class DatagramVerticle extends AbstractVerticle {
    private static final Logger LOG = Logger.getLogger(DatagramVerticle.class);
    private static final long SHORTEST_SWEEP_MILLIS = 100;

    private final GpsConfig config;
    private final Function<Line, TerminalConnection> connections;
    private final OpenConnections open;
    private final Map<SocketAddress, Peer> peers = new HashMap<>();
    private @Nullable DatagramSocket socket;
    private volatile int actualPort;

    /** One address that sends. */
    private static final class Peer {
        private final DatagramLine line;
        private final TerminalConnection connection;
        private final long begunAt = System.nanoTime();
        private long heardAt = begunAt;

        private Peer(DatagramLine line, TerminalConnection connection) {
            this.line = line;
            this.connection = connection;
        }
    }

    DatagramVerticle(GpsConfig config, Function<Line, TerminalConnection> connections, OpenConnections open) {
        this.config = config;
        this.connections = connections;
        this.open = open;
    }

    /** The port that is listened on, once deployed. */
    int actualPort() {
        return actualPort;
    }

    @Override
    public void start(Promise<Void> started) {
        DatagramSocket opened = vertx.createDatagramSocket(new DatagramSocketOptions());
        socket = opened;
        opened.handler(packet -> take(opened, packet.sender(), packet.data().getBytes()));
        opened.exceptionHandler(failure -> LOG.warnf("A datagram could not be taken: %s", failure.getMessage()));
        vertx.setPeriodic(sweepMillis(), timer -> sweep());
        opened.listen(config.udpPort(), config.bindAddress())
                .onSuccess(listening -> actualPort = listening.localAddress().port())
                .<Void>mapEmpty()
                .onComplete(started);
    }

    @Override
    public void stop(Promise<Void> stopped) {
        List.copyOf(peers.values()).forEach(peer -> end(peer.line));
        DatagramSocket opened = socket;
        if (opened == null) {
            stopped.complete();
        } else {
            opened.close().onComplete(stopped);
        }
    }

    private void take(DatagramSocket from, SocketAddress sender, byte[] bytes) {
        Peer peer = peers.get(sender);
        if (peer == null) {
            if (!admits(sender.host())) {
                return;
            }
            DatagramLine line = new DatagramLine(from, sender, context, this::end);
            peer = new Peer(line, connections.apply(line));
            peers.put(sender, peer);
        }
        peer.heardAt = System.nanoTime();
        peer.connection.receiveDatagram(bytes);
    }

    private boolean admits(String host) {
        if (peers.size() >= config.maxUdpSenders()) {
            open.turnAway(host);
            return false;
        }
        return open.admit(host);
    }

    private void end(DatagramLine line) {
        Peer ended = peers.remove(line.peer());
        if (ended != null) {
            line.ended();
            ended.connection.ended();
            open.closed(line.remoteHost());
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        for (Peer peer : List.copyOf(peers.values())) {
            boolean isSilent = now - peer.heardAt > config.idleTimeout().toNanos();
            boolean isStranger = !peer.connection.isAuthenticated()
                    && now - peer.begunAt > config.authenticationTimeout().toNanos();
            if (isStranger) {
                peer.connection.endUnlessAuthenticated();
            } else if (isSilent) {
                end(peer.line);
            }
        }
    }

    private long sweepMillis() {
        long shortest = Math.min(
                config.idleTimeout().toMillis(), config.authenticationTimeout().toMillis());
        return Math.max(SHORTEST_SWEEP_MILLIS, shortest / 4);
    }
}
