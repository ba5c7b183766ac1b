package org.rescueline.shared.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * A real Redis server as a child process, with an append-only file so that its data outlives it. One left over by a
 * killed run is known by the file {@code redis.port} and used again.
 */
public final class EmbeddedRedis {

    private static final long START_TIMEOUT_MILLIS = 20_000;
    private static final long STOP_TIMEOUT_MILLIS = 10_000;

    private final Path directory;
    private final int port;

    private EmbeddedRedis(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts the server, or finds the one already serving this directory.
     *
     * @param softwareDirectory where the program is unpacked
     * @param directory where its data, log and port file are
     * @param wishedPort the port to listen on; when another program holds it a free one is taken
     * @throws IllegalStateException when it does not answer in time
     */
    public static EmbeddedRedis start(Path softwareDirectory, Path directory, int wishedPort) {
        var absolute = directory.toAbsolutePath();
        var left = RedisPort.read(absolute).filter(RedisPort::serves);
        if (left.isPresent()) {
            return new EmbeddedRedis(absolute, left.get().port());
        }
        var server = new EmbeddedRedis(absolute, Ports.wishedOrFree(wishedPort));
        server.launch(unpackInto(softwareDirectory));
        return server;
    }

    /** The port the server really listens on. */
    public int port() {
        return port;
    }

    /** Stops the server after it has written its data. */
    public void stop() {
        var answering = new RedisPort(directory, port);
        answering.shutDown();
        Waiting.until(() -> !Ports.answers(port), STOP_TIMEOUT_MILLIS);
    }

    private void launch(Path program) {
        try {
            Files.createDirectories(directory);
            new ProcessBuilder(commandLine(program))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Redis in " + directory, e);
        }
        var answering = new RedisPort(directory, port);
        if (!Waiting.until(answering::serves, START_TIMEOUT_MILLIS)) {
            throw new IllegalStateException("the embedded Redis does not answer on port " + port + "; see "
                    + directory.resolve("redis.log") + ", or set rescueline.redis.uri to a server of your own");
        }
        answering.write();
    }

    private List<String> commandLine(Path program) {
        return List.of(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--logfile",
                "redis.log",
                "--appendonly",
                "yes",
                "--save",
                "");
    }

    private static Path unpackInto(Path softwareDirectory) {
        var name = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
        if (name == null) {
            throw new IllegalStateException(
                    "no Redis for this machine comes along; set rescueline.redis.uri to a server of your own");
        }
        // The library begins some of its names with a slash; a class path knows nothing of two.
        var resource = name.startsWith("/") ? name : "/" + name;
        return ProgramFiles.unpack(resource, softwareDirectory.toAbsolutePath().resolve("redis-server"));
    }
}
