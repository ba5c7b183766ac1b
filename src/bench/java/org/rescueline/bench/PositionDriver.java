package org.rescueline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The trucks of a benchmark, as a process of its own: connects, registers every terminal, sends a bounded number of
 * reports and ends when each of them is acknowledged. A report whose answer does not come is sent again, as terminals do.
 *
 * <p>One thread over all connections, so that it takes as little as possible from the machine it measures.
 */
public final class PositionDriver {

    private static final int AT_ONCE = 32;
    private static final long RESEND_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Selector selector;
    private final List<DrivenConnection> connections = new ArrayList<>();

    private PositionDriver(Selector selector) {
        this.selector = selector;
    }

    /**
     * Prints {@code signedIn} and waits for a byte; prints {@code seconds} and {@code resent} at the end.
     *
     * @param arguments port, connections, terminals on each connection, reports of each terminal, reports under way on
     *     each connection, and the second since 1970 of the first report
     */
    public static void main(String... arguments) throws IOException {
        var numbers = new ArrayList<Long>();
        for (var argument : arguments) {
            numbers.add(Long.parseLong(argument));
        }
        try (var selector = Selector.open()) {
            var driver = new PositionDriver(selector);
            var plan = new DrivenConnection.Plan(
                    numbers.get(2).intValue(),
                    numbers.get(3).intValue(),
                    numbers.get(4).intValue(),
                    Instant.ofEpochSecond(numbers.get(5)));
            driver.connect(numbers.get(0).intValue(), numbers.get(1).intValue(), plan);
            driver.signIn();
            System.out.println("signedIn");
            // Whoever started this says when to begin, so that both measure the same time.
            System.in.read();
            long begin = System.nanoTime();
            driver.connections.forEach(DrivenConnection::begin);
            driver.pump(driver.connections, DrivenConnection::isDone);
            System.out.println("seconds " + (System.nanoTime() - begin) / 1e9);
            System.out.println("resent "
                    + driver.connections.stream().mapToLong(DrivenConnection::resent).sum());
            // Whoever started this looks at what it used before it lets it go.
            System.in.read();
        }
    }

    private void connect(int port, int count, DrivenConnection.Plan plan) throws IOException {
        for (var number = 0; number < count; number++) {
            var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
            var connection = new DrivenConnection(channel, number, plan);
            channel.register(selector, SelectionKey.OP_READ, connection);
            connections.add(connection);
        }
    }

    /** A few connections at a time: the service turns registrations away that come in greater numbers. */
    private void signIn() throws IOException {
        for (int from = 0; from < connections.size(); from += AT_ONCE) {
            var some = connections.subList(from, Math.min(connections.size(), from + AT_ONCE));
            some.forEach(DrivenConnection::signIn);
            pump(some, DrivenConnection::isSignedIn);
        }
    }

    /** Writes what is there; then reads and writes until each of these connections has reached its goal. */
    private void pump(List<DrivenConnection> some, Predicate<DrivenConnection> goal) throws IOException {
        long limit = System.nanoTime() + PATIENCE_NANOS;
        long nextResend = System.nanoTime() + RESEND_NANOS;
        var open = new ArrayList<>(some);
        for (var key : selector.keys()) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
        while (!open.isEmpty()) {
            selector.select(this::serve, TimeUnit.SECONDS.toMillis(1));
            long now = System.nanoTime();
            if (now > nextResend) {
                connections.forEach(DrivenConnection::resendOverdue);
                nextResend = now + RESEND_NANOS;
            }
            if (now > limit) {
                throw new IllegalStateException(open.size() + " connections did not come to an end");
            }
            if (goal.test(open.get(open.size() - 1))) {
                open.removeIf(goal);
            }
        }
    }

    private void serve(SelectionKey key) {
        var connection = (DrivenConnection) key.attachment();
        try {
            if (key.isReadable()) {
                connection.read();
            }
            key.interestOps(connection.flush() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("connection " + connection + " was lost", e);
        }
    }
}
