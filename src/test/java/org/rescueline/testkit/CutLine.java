package org.rescueline.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A TCP line to a port of this machine that a test can cut and mend. */
public final class CutLine implements Closeable {

    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;
    private volatile boolean swallowing;

    /** A line to the port. */
    public CutLine(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::acceptAll);
    }

    /** This end of the line. */
    public int port() {
        return server.getLocalPort();
    }

    /** Cuts every connection, and every new one at once. */
    public void cut() {
        cut = true;
        sockets.forEach(CutLine::close);
        sockets.clear();
    }

    /** Lets connections stand, and loses whatever the near side says on them: it was sent and is never heard. */
    public void swallow() {
        swallowing = true;
    }

    /** Lets connections, and what is said on them, through again. */
    public void mend() {
        cut = false;
        swallowing = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(near, far));
                start(() -> carry(near, far, () -> swallowing));
                start(() -> carry(far, near, () -> false));
            } catch (IOException closedOrRefused) {
                // Closed by the test, or nobody listens behind: the next one may get through.
            }
        }
    }

    private static void carry(Socket from, Socket to, BooleanSupplier isLost) {
        var bytes = new byte[8192];
        try {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                if (!isLost.getAsBoolean()) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException cutOff) {
            // One side is gone; so is the other.
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing left to close.
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "cut-line");
        thread.setDaemon(true);
        thread.start();
    }
}
