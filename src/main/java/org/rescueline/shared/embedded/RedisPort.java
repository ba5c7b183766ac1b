package org.rescueline.shared.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A Redis known by its directory and port, spoken to in its inline form: one line there, an answer back. */
record RedisPort(Path directory, int port) {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final String FILE = "redis.port";
    private static final int ANSWER_LIMIT = 4_096;

    static Optional<RedisPort> read(Path directory) {
        try {
            var text = Files.readString(directory.resolve(FILE)).strip();
            return Optional.of(new RedisPort(directory, Integer.parseInt(text)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write() {
        try {
            Files.writeString(directory.resolve(FILE), Integer.toString(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a Redis answers there that works in this very directory, and not somebody else's. */
    boolean serves() {
        try {
            return ask("CONFIG GET dir").contains(directory.toRealPath().toString());
        } catch (IOException e) {
            return false;
        }
    }

    void shutDown() {
        try {
            ask("SHUTDOWN");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop the embedded Redis on port " + port, e);
        }
    }

    private String ask(String command) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readNBytes(ANSWER_LIMIT), StandardCharsets.UTF_8);
        }
    }
}
