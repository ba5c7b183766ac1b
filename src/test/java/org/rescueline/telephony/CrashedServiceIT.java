package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Ids;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.shared.embedded.Ports;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.EmbeddedTestParts;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Sipp;

/**
 * The packaged service is killed, stopped or left without its database while callers ring, and no call is lost or told
 * twice. Callers reach people all the while.
 */
class CrashedServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int DATABASE_PORT = Ports.free();
    private static final Path DATABASE = Path.of("target", "embedded", "crashed-" + Ids.next());
    private static final String URL = "jdbc:postgresql://127.0.0.1:" + DATABASE_PORT + "/" + EmbeddedPostgres.DATABASE;

    private static EmbeddedPostgres postgres;
    private static AsteriskInstance exchange;
    private static RunningService service;

    private final List<Sipp> people = new ArrayList<>();

    @BeforeAll
    static void start() throws SQLException {
        startDatabase();
        exchange = AsteriskInstance.prepare("crashed")
                .recordingInto(DATABASE_PORT, EmbeddedPostgres.DATABASE, "asterisk_cel");
        service = RunningService.prepare(
                        "telephony-crash",
                        Map.ofEntries(
                                Map.entry("rescueline.database.host", "127.0.0.1"),
                                Map.entry("rescueline.database.port", Integer.toString(DATABASE_PORT)),
                                Map.entry("rescueline.database.name", EmbeddedPostgres.DATABASE),
                                Map.entry("rescueline.database.user", EmbeddedPostgres.USER),
                                Map.entry("rescueline.database.password", "unused"),
                                Map.entry("rescueline.telephony.enabled", "true"),
                                Map.entry("rescueline.telephony.ami.port", Integer.toString(exchange.amiPort())),
                                Map.entry("rescueline.telephony.ami.secret", AsteriskInstance.SECRET),
                                Map.entry("rescueline.telephony.ami.longest-reconnect-pause", "PT1S"),
                                Map.entry("rescueline.telephony.cel.interval", "PT2S"),
                                Map.entry("rescueline.telephony.cel.settled", "PT0.5S"),
                                Map.entry(
                                        "rescueline.telephony.cel.file",
                                        exchange.recordFile().toString())))
                .start();
        execute("create role asterisk_cel login");
        execute("alter role asterisk_cel set timezone to 'UTC'");
        execute("grant insert on cel to asterisk_cel");
        exchange.start();
    }

    @BeforeEach
    void emptyLedger() throws SQLException {
        awaitAttached();
        execute("truncate call_leg, dial_attempt, call, cel, outbox");
    }

    @AfterEach
    void sendPeopleHome() {
        people.forEach(Sipp::close);
    }

    @AfterAll
    static void stop() {
        service.close();
        exchange.close();
        postgres.stop();
    }

    @Test
    void keepsACallDuringWhichItWasKilled() {
        // Given
        desksAnswer();
        var caller = caller("4008809818", 5);
        awaitCalls("ANSWERED", 1);

        // When
        service.kill9();
        caller.succeeded();
        service.start();

        // Then
        awaitCalls("ENDED", 1);
        assertThat(count("select count(*) from call")).isEqualTo(1);
        assertThat(count("select count(*) from call_leg where ended_at is null"))
                .isZero();
        assertThat(count("select count(*) from call where extract(epoch from ended_at - answered_at) between 3 and 7"))
                .isEqualTo(1);
    }

    @Test
    void learnsAfterwardsOfCallsThatCameWhileServiceAndDatabaseWereStopped() throws SQLException {
        // Given
        desksAnswer();
        service.terminate();
        postgres.stop();

        // When
        caller("8008409818", 1).succeeded();
        people.forEach(Sipp::close);
        caller("4008809818", 1).succeeded();
        startDatabase();
        service.start();

        // Then
        awaitCalls("ENDED", 1);
        awaitCalls("ABANDONED", 1);
        assertThat(count("select count(*) from call where not rebuilt")).isZero();
        assertThat(count("select count(*) from call")).isEqualTo(2);
    }

    @Test
    void writesCallsThatWaitedForTheDatabase() throws SQLException {
        // Given
        desksAnswer();
        postgres.stop();

        // When
        caller("4008809818", 1).succeeded();
        startDatabase();

        // Then
        awaitCalls("ENDED", 1);
        assertThat(count("select count(*) from call")).isEqualTo(1);
        assertThat(count("select count(*) from call where ringing_at is not null"))
                .isEqualTo(1);
    }

    private void desksAnswer() {
        for (var extension : List.of("1001", "1002")) {
            people.add(Sipp.answering(
                    exchange, exchange.phone(extension), Duration.ofMillis(300), Duration.ofSeconds(60)));
        }
    }

    private Sipp caller(String hotline, int seconds) {
        var caller = Sipp.caller(exchange, hotline, "13800138001", Duration.ofSeconds(seconds));
        people.add(caller);
        return caller;
    }

    private static void awaitAttached() {
        await().atMost(PATIENCE).until(() -> service.find("/q/health/ready")
                .filter(answer -> answer.body().contains("ASTERISK"))
                .isPresent());
    }

    private static void awaitCalls(String state, int expected) {
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from call where state = '" + state + "'") == expected);
    }

    private static void startDatabase() {
        postgres = EmbeddedPostgres.start(EmbeddedTestParts.SOFTWARE, DATABASE, DATABASE_PORT, List.of());
    }

    private static long count(String sql) {
        try (var connection = DriverManager.getConnection(URL, EmbeddedPostgres.USER, "unused");
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(URL, EmbeddedPostgres.USER, "unused")) {
            connection.createStatement().execute(sql);
        }
    }
}
