package org.rescueline.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP line to a port of this machine that a test can cut and mend. */
public final class CutLine implements Closeable {

    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

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

    /** Lets connections through again. */
    public void mend() {
        cut = false;
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
                start(() -> carry(near, far));
                start(() -> carry(far, near));
            } catch (IOException closedOrRefused) {
                // Closed by the test, or nobody listens behind: the next one may get through.
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
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
