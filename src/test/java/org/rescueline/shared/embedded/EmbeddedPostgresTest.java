package org.rescueline.shared.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rescueline.testkit.EmbeddedTestParts;

class EmbeddedPostgresTest {

    @TempDir
    Path directory;

    private EmbeddedPostgres server;

    @AfterEach
    void stop() {
        if (server != null && Ports.answers(server.port())) {
            server.stop();
        }
    }

    @Test
    void keepsItsDataThroughAStopAndAnAbandonedServerAlike() throws Exception {
        // Given: a server with a row, stopped in order
        server = start(0);
        run(server, "create table story (line text)");
        run(server, "insert into story values ('once upon a time')");
        server.stop();
        assertThat(Ports.answers(server.port())).isFalse();

        // When: it is started again, and the starter is killed and starts anew
        var second = start(0);
        run(second, "insert into story values ('and then')");
        server = start(0);

        // Then: the abandoned one is found, not fought
        assertThat(server.port()).isEqualTo(second.port());
        assertThat(count(server)).isEqualTo(2);
    }

    @Test
    void recoversFromAServerThatWasKilledWithItsStarter() throws Exception {
        // Given: nothing was shut down; the pid file lies about a process that is gone
        server = start(0);
        run(server, "create table story (line text)");
        run(server, "insert into story values ('committed')");
        kill(PostmasterPid.read(cluster()).orElseThrow().pid());

        // When
        server = start(0);

        // Then
        assertThat(count(server)).isEqualTo(1);
    }

    @Test
    void takesAnotherPortWhenTheWishedOneIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            server = start(taken.getLocalPort());

            // Then
            assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(Ports.answers(server.port())).isTrue();
        }
    }

    @Test
    void doesNotTakeAStrangersProcessForItsServer() throws Exception {
        // Given: after a reboot the number in the file is ours by chance
        Files.createDirectories(cluster());
        Files.writeString(
                cluster().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster() + "\n0\n" + Ports.free() + "\n");

        // Then
        assertThat(PostmasterPid.read(cluster())).isPresent();
        assertThat(PostmasterPid.read(cluster()).orElseThrow().isAlive()).isFalse();
    }

    @Test
    void saysWhatTheProgramSaidWhenItDoesNotStart() throws Exception {
        // Given: a data directory of another version
        Files.createDirectories(cluster());
        Files.writeString(cluster().resolve("PG_VERSION"), "9.6");

        // Then
        assertThatThrownBy(() -> start(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pg_ctl");
    }

    private EmbeddedPostgres start(int port) {
        return EmbeddedPostgres.start(EmbeddedTestParts.SOFTWARE, cluster(), port, List.of("fsync=off"));
    }

    private Path cluster() {
        return directory.resolve("postgres");
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private static void run(EmbeddedPostgres server, String statement) throws SQLException {
        try (var connection = connect(server);
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static int count(EmbeddedPostgres server) throws SQLException {
        try (var connection = connect(server);
                var rows = connection.createStatement().executeQuery("select count(*) from story")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + EmbeddedPostgres.DATABASE;
        return DriverManager.getConnection(url, EmbeddedPostgres.USER, "");
    }
}
