package org.rescueline.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.rescueline.vehicle.gps.jt808.Authentication;
import org.rescueline.vehicle.gps.jt808.FrameEncoder;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.ProtocolVersion;
import org.rescueline.vehicle.gps.jt808.TerminalAddress;
import org.rescueline.vehicle.gps.jt808.TerminalMessage;

/**
 * Many terminals, each on a connection of its own: they authenticate and then report in turn, every one once in
 * {@value #INTERVAL_SECONDS} seconds, for a given time.
 */
public final class ConnectionDriver {

    static final String CODE = "bench";
    static final long FIRST_PHONE = 13_700_000_000L;
    private static final int INTERVAL_SECONDS = 30;
    private static final int UNDER_WAY = 200;
    private static final int ANSWER_BYTES = 4_096;

    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES);
    private long answeredBytes;
    private int lost;
    private int serial;

    private ConnectionDriver(Selector selector) {
        this.selector = selector;
    }

    /** Prints {@code open} when all are signed in, and {@code lost} with a number at the end. */
    public static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        long seconds = Long.parseLong(arguments[2]);
        try (var selector = Selector.open()) {
            var driver = new ConnectionDriver(selector);
            driver.open(port, connections);
            System.out.println("open");
            driver.hold(seconds);
            System.out.println("lost " + driver.lost);
            System.in.read();
        }
    }

    private void open(int port, int connections) throws IOException {
        for (var number = 0; number < connections; number++) {
            var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            channels.add(channel);
            say(number, Authentication.of(CODE));
            if (number % UNDER_WAY == UNDER_WAY - 1) {
                selector.select(this::read, 1);
            }
        }
        // An answer has twenty bytes or a few more; whoever has none yet is waited for.
        while (answeredBytes < connections * 20L) {
            selector.select(this::read, TimeUnit.SECONDS.toMillis(1));
        }
    }

    private void hold(long seconds) throws IOException {
        long begin = System.nanoTime();
        long interval = TimeUnit.SECONDS.toNanos(INTERVAL_SECONDS);
        for (long turn = 0; System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(seconds); turn++) {
            say((int) (turn % channels.size()), LocationReport.at(34, 108, Clock.systemUTC().instant()));
            long due = begin + interval / channels.size() * turn;
            do {
                selector.select(this::read, 1);
            } while (System.nanoTime() < due);
        }
    }

    private void say(int number, TerminalMessage message) throws IOException {
        var address = new TerminalAddress(ProtocolVersion.V2013, Long.toString(FIRST_PHONE + number));
        var frame = ByteBuffer.wrap(FrameEncoder.encode(address, serial++ & 0xffff, message));
        if (channels.get(number).isOpen()) {
            channels.get(number).write(frame);
        }
    }

    private void read(SelectionKey key) {
        try {
            answer.clear();
            int count = ((SocketChannel) key.channel()).read(answer);
            if (count < 0) {
                throw new IOException("closed by the service");
            }
            answeredBytes += count;
        } catch (IOException e) {
            lost++;
            key.cancel();
            closeQuietly(key);
        }
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
