package org.rescueline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** How a test's terminal reaches the gateway: blocking, since a test has time. */
interface TerminalWire extends AutoCloseable {

    /** Sends bytes; over UDP one datagram. */
    void send(byte... bytes) throws IOException;

    /**
     * Receives some bytes.
     *
     * @return how many; −1 when the other end has closed
     * @throws java.net.SocketTimeoutException when none came in time
     */
    int receive(byte[] into, Duration patience) throws IOException;

    @Override
    void close() throws IOException;

    /** A TCP connection to a port of this machine. */
    static TerminalWire tcp(int port, Duration patience) {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) patience.toMillis());
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TerminalWire() {
            @Override
            public void send(byte... bytes) throws IOException {
                socket.getOutputStream().write(bytes);
            }

            @Override
            public int receive(byte[] into, Duration longest) throws IOException {
                socket.setSoTimeout((int) longest.toMillis());
                return socket.getInputStream().read(into);
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    /** Datagrams to a port of this machine. */
    static TerminalWire udp(int port) {
        DatagramSocket socket;
        try {
            socket = new DatagramSocket();
            // Connected, so that it learns when nobody listens there any more.
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TerminalWire() {
            @Override
            public void send(byte... bytes) throws IOException {
                socket.send(new DatagramPacket(bytes, bytes.length));
            }

            @Override
            public int receive(byte[] into, Duration longest) throws IOException {
                socket.setSoTimeout((int) longest.toMillis());
                var packet = new DatagramPacket(into, into.length);
                socket.receive(packet);
                return packet.getLength();
            }

            @Override
            public void close() {
                socket.close();
            }
        };
    }
}
