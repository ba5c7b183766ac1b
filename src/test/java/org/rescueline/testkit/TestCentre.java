package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rescueline.shared.Ids;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.shared.embedded.Ports;

/**
 * A whole centre of which a test may take any part away: the packaged service, a PostgreSQL that outlives it, a real
 * Asterisk that writes its record of calls into that database, and between service and switch a {@link CutLine}.
 */
public final class TestCentre implements AutoCloseable {

    /** How long anything may take that a test waits for. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int databasePort = Ports.free();
    private final Path databaseDirectory;
    private final AsteriskInstance exchange;
    private final CutLine line;
    private final RunningService service;
    private EmbeddedPostgres postgres;

    private TestCentre(String name, Map<String, String> extra) {
        databaseDirectory = Path.of("target", "embedded", name + "-" + Ids.next());
        exchange = AsteriskInstance.prepare(name)
                .recordingInto(databasePort, EmbeddedPostgres.DATABASE, "asterisk_cel");
        line = new CutLine(exchange.amiPort());
        var configuration = new HashMap<>(Map.ofEntries(
                Map.entry("rescueline.database.host", "127.0.0.1"),
                Map.entry("rescueline.database.port", Integer.toString(databasePort)),
                Map.entry("rescueline.database.name", EmbeddedPostgres.DATABASE),
                Map.entry("rescueline.database.user", EmbeddedPostgres.USER),
                Map.entry("rescueline.database.password", "unused"),
                Map.entry("rescueline.telephony.enabled", "true"),
                Map.entry("rescueline.telephony.ami.port", Integer.toString(line.port())),
                Map.entry("rescueline.telephony.ami.secret", AsteriskInstance.SECRET),
                Map.entry("rescueline.telephony.ami.longest-reconnect-pause", "PT1S"),
                Map.entry("rescueline.telephony.cel.interval", "PT2S"),
                Map.entry("rescueline.telephony.cel.settled", "PT0.5S"),
                Map.entry(
                        "rescueline.telephony.cel.file", exchange.recordFile().toString())));
        configuration.putAll(extra);
        service = RunningService.prepare(name, configuration);
    }

    /**
     * Starts all of it and waits until the service has found the switch.
     *
     * @param name of its directories; one test class, one name
     * @param extra configuration keys of the service
     */
    public static TestCentre start(String name, Map<String, String> extra) {
        var centre = new TestCentre(name, extra);
        centre.startDatabase();
        centre.service.start();
        centre.execute("create role asterisk_cel login");
        centre.execute("alter role asterisk_cel set timezone to 'UTC'");
        centre.execute("grant insert on cel to asterisk_cel");
        centre.exchange.start();
        centre.awaitAttached();
        return centre;
    }

    /** The packaged service. */
    public RunningService service() {
        return service;
    }

    /** The switch. */
    public AsteriskInstance exchange() {
        return exchange;
    }

    /** The line over which the service speaks to the switch. */
    public CutLine line() {
        return line;
    }

    /** Waits until the service has found the switch. */
    public void awaitAttached() {
        await().atMost(PATIENCE).until(() -> service.find("/q/health/ready")
                .filter(answer -> answer.body().contains("ASTERISK"))
                .isPresent());
    }

    /** Starts the database over the data it had. */
    public void startDatabase() {
        postgres = EmbeddedPostgres.start(EmbeddedTestParts.SOFTWARE, databaseDirectory, databasePort, List.of());
    }

    /** Takes the database away. */
    public void stopDatabase() {
        postgres.stop();
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

    /** Lets nobody write into a table until it is closed: whoever tries waits there, at exactly that place. */
    public Barrier barrierBefore(String table) {
        try {
            var connection = connect();
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table " + table + " in share mode");
            return connection::close;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps writers of one table waiting while it is open. */
    public interface Barrier extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    @Override
    public void close() {
        service.close();
        exchange.close();
        postgres.stop();
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect() throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + databasePort + "/" + EmbeddedPostgres.DATABASE;
        return DriverManager.getConnection(url, EmbeddedPostgres.USER, "unused");
    }
}
