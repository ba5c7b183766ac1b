package org.rescueline.vehicle.gps.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;

/**
 * A line over a TCP connection. What is said while one piece of the stream is handled, or one task runs, goes out in one
 * write. A terminal that does not read its answers is not read from either, until it does.
 */
final class NetLine implements Line {
    private final NetSocket socket;
    private final Context context;
    private Buffer pending = Buffer.buffer();
    private boolean isGathering;
    private boolean isClosed;

    NetLine(NetSocket socket, Context context) {
        this.socket = socket;
        this.context = context;
    }

    /** Runs a handler of incoming bytes, and sends afterwards what it said. */
    void gathering(Runnable handler) {
        isGathering = true;
        try {
            handler.run();
        } finally {
            isGathering = false;
            flush();
        }
    }

    void ended() {
        isClosed = true;
    }

    @Override
    public void send(byte[] frame) {
        if (isClosed) {
            return;
        }
        pending.appendBytes(frame);
        if (!isGathering) {
            flush();
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            flush();
            isClosed = true;
            socket.close();
        }
    }

    @Override
    public String remote() {
        return String.valueOf(socket.remoteAddress());
    }

    @Override
    public String remoteHost() {
        return socket.remoteAddress() == null
                ? ""
                : String.valueOf(socket.remoteAddress().hostAddress());
    }

    @Override
    public void execute(Runnable task) {
        if (Vertx.currentContext() == context) {
            runUnlessClosed(task);
        } else {
            context.runOnContext(ignored -> runUnlessClosed(task));
        }
    }

    @Override
    public void after(Duration delay, Runnable task) {
        context.owner().setTimer(Math.max(1, delay.toMillis()), timer -> execute(task));
    }

    private void runUnlessClosed(Runnable task) {
        if (isClosed) {
            return;
        }
        if (isGathering) {
            task.run();
        } else {
            gathering(task);
        }
    }

    private void flush() {
        if (pending.length() == 0 || isClosed) {
            return;
        }
        Buffer full = pending;
        pending = Buffer.buffer();
        socket.write(full);
        if (socket.writeQueueFull()) {
            socket.pause();
            socket.drainHandler(drained -> socket.resume());
        }
    }
}
