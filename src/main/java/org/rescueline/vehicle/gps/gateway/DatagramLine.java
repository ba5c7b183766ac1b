package org.rescueline.vehicle.gps.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

/** A line over UDP: each frame goes out as a datagram to where the last one came from. */
final class DatagramLine implements Line {
    private final DatagramSocket socket;
    private final SocketAddress peer;
    private final Context context;
    private final Consumer<DatagramLine> closing;
    private boolean isClosed;

    DatagramLine(DatagramSocket socket, SocketAddress peer, Context context, Consumer<DatagramLine> closing) {
        this.socket = socket;
        this.peer = peer;
        this.context = context;
        this.closing = closing;
    }

    SocketAddress peer() {
        return peer;
    }

    void ended() {
        isClosed = true;
    }

    /** What does not arrive is not answered, and whoever waits for the answer says so. */
    @Override
    public void send(byte[] frame) {
        if (!isClosed) {
            socket.send(Buffer.buffer(frame), peer.port(), peer.host());
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            closing.accept(this);
        }
    }

    @Override
    public String remote() {
        return "udp " + peer;
    }

    @Override
    public String remoteHost() {
        return peer.host();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        context.owner().setTimer(Math.max(1, delay.toMillis()), timer -> execute(task));
    }

    @Override
    public void execute(Runnable task) {
        if (Vertx.currentContext() == context) {
            runUnlessClosed(task);
        } else {
            context.runOnContext(ignored -> runUnlessClosed(task));
        }
    }

    private void runUnlessClosed(Runnable task) {
        if (!isClosed) {
            task.run();
        }
    }
}
