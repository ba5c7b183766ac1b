package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rescueline.shared.Ids;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.shared.embedded.Ports;

/** A PostgreSQL beside a {@link RunningService}: it outlives the service's death, may be taken away, and can be asked. */
public final class OutlivingDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port = Ports.free();
    private final Path directory;
    private EmbeddedPostgres postgres;

    /** An empty one, started; the name is that of its directory. */
    public OutlivingDatabase(String name) {
        directory = Path.of("target", "embedded", name + "-" + Ids.next());
        start();
    }

    /** Starts it over the data it had. */
    public void start() {
        postgres = EmbeddedPostgres.start(EmbeddedTestParts.SOFTWARE, directory, port, List.of());
    }

    /** Takes it away. */
    public void stop() {
        postgres.stop();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** What a service must be told to use it; a map that may be added to. */
    public Map<String, String> configuration() {
        return new HashMap<>(Map.of(
                "rescueline.database.host",
                "127.0.0.1",
                "rescueline.database.port",
                Integer.toString(port),
                "rescueline.database.name",
                EmbeddedPostgres.DATABASE,
                "rescueline.database.user",
                EmbeddedPostgres.USER,
                "rescueline.database.password",
                "unused"));
    }

    /** The number that a query answers. */
    public long count(String sql) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a query answers, row by row. */
    public <T> List<T> list(String sql, RowReader<T> reader) {
        try (var connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** The row as a value. */
        T read(ResultSet row) throws SQLException;
    }

    /** Waits until a query answers a number. */
    public void awaitCount(String sql, long expected) {
        await(sql).atMost(PATIENCE).until(() -> count(sql) == expected);
    }

    /** Runs a statement. */
    public void execute(String sql) {
        try (var connection = connect()) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the role {@code asterisk_cel} with which a switch writes its record, as the handbook says. */
    public void makeRecordRole() {
        execute("create role asterisk_cel login");
        execute("alter role asterisk_cel set timezone to 'UTC'");
        execute("alter role asterisk_cel set synchronous_commit to off");
        execute("grant insert on cel to asterisk_cel");
    }

    /** Does something while nobody can write into a table: whoever tries waits there, at exactly that place. */
    public void whileNobodyWrites(String table, Runnable action) {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table " + table + " in share mode");
            action.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Connection connect() throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE;
        return DriverManager.getConnection(url, EmbeddedPostgres.USER, "unused");
    }
}
