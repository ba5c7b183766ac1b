package org.rescueline.testkit;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.concurrent.ThreadLocalRandom;

/** UDP ports of this machine. */
final class UdpPorts {

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

    /** Whether somebody listens there. */
    static boolean isTaken(int port) {
        try (var probe = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return !probe.isBound();
        } catch (BindException taken) {
            return true;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }
}
