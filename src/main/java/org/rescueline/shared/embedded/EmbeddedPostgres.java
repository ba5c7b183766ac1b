package org.rescueline.shared.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real PostgreSQL run from unpacked binaries over one data directory.
 *
 * <p>The data directory outlives the process. A server that an earlier, killed run left behind is found by its
 * {@code postmaster.pid} and used again rather than fought over. It listens on loopback alone, because it trusts
 * every connection.
 */
public final class EmbeddedPostgres {

    /** The one superuser of the embedded server. */
    public static final String USER = "rescueline";

    /** The database that every cluster has from the start; {@link #USER}'s own. */
    public static final String DATABASE = "rescueline";

    private static final long START_TIMEOUT_SECONDS = 60;

    private final Path software;
    private final Path cluster;
    private final int port;

    private EmbeddedPostgres(Path software, Path cluster, int port) {
        this.software = software;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Starts the server, or finds the one already serving this directory.
     *
     * @param softwareDirectory where the binaries are unpacked; shared between clusters
     * @param cluster the data directory; made by {@code initdb} when empty
     * @param wishedPort the port to listen on; when another program holds it a free one is taken
     * @param settings extra {@code name=value} server settings, such as {@code fsync=off} for tests
     * @throws IllegalStateException when the server does not come up; the message says what to do
     */
    public static EmbeddedPostgres start(Path softwareDirectory, Path cluster, int wishedPort, List<String> settings) {
        var software = PostgresBinaries.unpackInto(softwareDirectory);
        var absoluteCluster = cluster.toAbsolutePath();
        var left = PostmasterPid.read(absoluteCluster).filter(PostmasterPid::isAlive);
        if (left.isPresent()) {
            return new EmbeddedPostgres(software, absoluteCluster, left.get().port());
        }
        var server = new EmbeddedPostgres(software, absoluteCluster, Ports.wishedOrFree(wishedPort));
        server.initialise();
        server.launch(settings);
        return server;
    }

    /** The port the server really listens on. */
    public int port() {
        return port;
    }

    /** Stops the server: running statements are rolled back, everything committed is on disk. */
    public void stop() {
        command("pg_ctl", List.of("-D", cluster.toString(), "-m", "fast", "-w", "-t", "30", "stop"));
    }

    private void initialise() {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        try {
            Files.createDirectories(cluster.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command(
                "initdb",
                List.of(
                        "-D",
                        cluster.toString(),
                        "-U",
                        USER,
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8",
                        "--no-instructions",
                        "--no-sync"));
    }

    private void launch(List<String> settings) {
        var options = new ArrayList<>(List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                // No socket file: its path may be too long, and nobody looks for it.
                "-c unix_socket_directories=",
                "-c timezone=UTC",
                "-c max_connections=200",
                // A hundred thousand positions a second would force a checkpoint every half minute.
                "-c max_wal_size=4GB",
                "-c wal_compression=on"));
        settings.forEach(setting -> options.add("-c " + setting));
        command(
                "pg_ctl",
                List.of(
                        "-D",
                        cluster.toString(),
                        "-o",
                        String.join(" ", options),
                        "-l",
                        cluster.resolveSibling(cluster.getFileName() + ".log").toString(),
                        "-w",
                        "-t",
                        Long.toString(START_TIMEOUT_SECONDS),
                        "start"));
        createDatabase();
    }

    private void createDatabase() {
        var marker = cluster.resolve("rescueline.database");
        if (Files.exists(marker)) {
            return;
        }
        PostgresDatabases.createIfMissing(port, USER, DATABASE);
        try {
            Files.createFile(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(String program, List<String> arguments) {
        var line = new ArrayList<>(Unprivileged.prefix());
        line.add(software.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        Commands.run(line, START_TIMEOUT_SECONDS + 15);
    }
}
