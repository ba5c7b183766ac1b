package org.rescueline.testkit;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;

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
