package org.rescueline.console.web;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.rescueline.console.internal.LiveClosing;
import org.rescueline.console.internal.Wire;

/** The line to a page over its WebSocket. */
final class SocketWire implements Wire {

    private static final Logger LOG = Logger.getLogger(SocketWire.class);

    private final WebSocketConnection connection;

    SocketWire(WebSocketConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<Void> send(String text) {
        return connection.sendText(text);
    }

    @Override
    public void close(LiveClosing reason) {
        connection
                .close(new CloseReason(reason.code(), reason.text()))
                .subscribe()
                .with(closed -> {}, failure -> LOG.debugf(failure, "Connection %s was gone", connection.id()));
    }
}
