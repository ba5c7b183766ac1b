package org.rescueline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** UDP ports of this machine. */
final class UdpPorts {

    /** Linux's lists of open UDP sockets; the second column is the local address and port in hexadecimal. */
    private static final List<Path> LISTS = Stream.of("/proc/net/udp", "/proc/net/udp6")
            .map(Path::of)
            .filter(Files::exists)
            .toList();

    /** Ports for the sound of two thousand channels at once. */
    static final int FOR_BUSY_EXCHANGE = 8_000;

    private UdpPorts() {}

    /** A port nobody held a moment ago. */
    static int free() {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port for a telephone's sound: SIPp takes this one and, for video, the second one after it. */
    static int freeForSound() {
        int port = free();
        while (port > 65_000 || isTaken(port + 2)) {
            port = free();
        }
        return port;
    }

    /**
     * The first of a hundred ports for an exchange's sound, below those that the system gives to whoever asks for any:
     * otherwise a call's sound would now and then take the port where a telephone is expected.
     */
    static int firstForExchange() {
        return 12_000 + 100 * ThreadLocalRandom.current().nextInt(190);
    }

    /** The first of {@link #FOR_BUSY_EXCHANGE} such ports. */
    static int firstForBusyExchange() {
        return 12_000 + 100 * ThreadLocalRandom.current().nextInt(100);
    }

    /**
     * Whether somebody listens there. Asked of the system's own list where there is one: a probe that binds the port
     * would now and then be in the way of the telephone it waits for.
     */
    static boolean isTaken(int port) {
        return LISTS.isEmpty() ? isBound(port) : LISTS.stream().anyMatch(list -> isListed(list, port));
    }

    private static boolean isListed(Path list, int port) {
        var suffix = String.format(":%04X", port);
        try (var lines = Files.lines(list, StandardCharsets.US_ASCII)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .anyMatch(columns -> columns.length > 1 && columns[1].endsWith(suffix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBound(int port) {
        try (var probe = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return !probe.isBound();
        } catch (BindException taken) {
            return true;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }
}
