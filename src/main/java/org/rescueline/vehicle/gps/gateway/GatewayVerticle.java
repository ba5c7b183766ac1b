package org.rescueline.vehicle.gps.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.rescueline.vehicle.gps.GpsConfig;

/** The gateway on one event loop. Several of these share the port. */
final class GatewayVerticle extends AbstractVerticle {
    private static final Logger LOG = Logger.getLogger(GatewayVerticle.class);
    private static final int BACKLOG = 4096;

    private final GpsConfig config;
    private final int port;
    private final Function<Line, TerminalConnection> connections;
    private final OpenConnections open;
    private volatile int actualPort;

    GatewayVerticle(GpsConfig config, int port, Function<Line, TerminalConnection> connections, OpenConnections open) {
        this.config = config;
        this.port = port;
        this.connections = connections;
        this.open = open;
    }

    /** The port that is listened on, once deployed. */
    int actualPort() {
        return actualPort;
    }

    @Override
    public void start(Promise<Void> started) {
        NetServer server = vertx.createNetServer(options());
        server.connectHandler(this::connected)
                .exceptionHandler(failure -> LOG.warnf("A connection could not be taken: %s", failure.getMessage()))
                .listen(port, config.bindAddress())
                .onSuccess(listening -> actualPort = listening.actualPort())
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private NetServerOptions options() {
        NetServerOptions options = new NetServerOptions();
        options.setTcpNoDelay(true).setTcpKeepAlive(true);
        options.setReadIdleTimeout((int) config.idleTimeout().toMillis());
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setAcceptBacklog(BACKLOG);
        return options;
    }

    private void connected(NetSocket socket) {
        NetLine line = new NetLine(socket, context);
        String host = line.remoteHost();
        if (!open.admit(host)) {
            socket.close();
            return;
        }
        TerminalConnection connection = connections.apply(line);
        long deadline =
                vertx.setTimer(config.authenticationTimeout().toMillis(), timer -> connection.endUnlessAuthenticated());
        socket.handler(bytes -> line.gathering(() -> connection.receive(bytes.getBytes())));
        socket.exceptionHandler(failure -> LOG.debugf("Connection from %s: %s", line.remote(), failure.getMessage()));
        socket.closeHandler(closed -> {
            vertx.cancelTimer(deadline);
            line.ended();
            connection.ended();
            open.closed(host);
        });
    }
}
