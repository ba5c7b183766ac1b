package org.rescueline.vehicle.gps.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rescueline.vehicle.gps.fix.Fixes.NOW;
import static org.rescueline.vehicle.gps.fix.Fixes.aFix;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.shared.embedded.Ports;
import org.rescueline.testkit.EmbeddedTestParts;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.TestGpsConfig;
import org.rescueline.vehicle.gps.fix.Fix;

/** The history against a PostgreSQL of its own, which it can take away. */
class PositionHistoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PORT = Ports.free();
    private static final List<String> SETTINGS = List.of("fsync=off", "synchronous_commit=off");

    @TempDir
    static Path directory;

    private static EmbeddedPostgres server;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void start() throws Exception {
        startServer();
        execute(Files.readString(Path.of("src/main/resources/db/migration/V0210__vehicle.sql")));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate position");
    }

    @Test
    void storesEveryFieldAsItCame() throws Exception {
        // Given
        Fix fix = aFix().at(34.512345, 109.412345).sos().build();
        PositionHistory history = startedHistory(Map.of());

        // When
        boolean isQueued = history.offer(7, fix);
        history.stop();

        // Then
        assertThat(isQueued).isTrue();
        assertThat(one("select concat_ws('|', terminal_id, fixed_at at time zone 'UTC', received_at at time zone 'UTC',"
                        + " latitude, longitude, altitude_meters, speed_tenths_kph, course_degrees, status_bits,"
                        + " alarm_bits, coalesce(mileage_tenths_km::text, 'none'), satellites, is_ignition_known,"
                        + " source) from position"))
                .isEqualTo("7|2026-01-14 02:14:07|2026-01-14 02:14:08|34.512345|109.412345|400|623|281|3|1|none|9|t|0");
    }

    @Test
    void makesAPartitionForEachDayAndForTheDaysToCome() throws Exception {
        // Given a report of today and one of six days ago
        PositionHistory history = startedHistory(Map.of("rescueline.gps.history.partitions-ahead", "3"));

        // When
        history.offer(1, aFix().build());
        history.offer(1, aFix().fixedAt(NOW.minus(Duration.ofDays(6))).build());
        history.stop();

        // Then
        assertThat(one("select count(*) from position_20260114")).isEqualTo("1");
        assertThat(one("select count(*) from position_20260108")).isEqualTo("1");
        assertThat(one("select to_regclass('position_20260117') is not null")).isEqualTo("t");
    }

    @Test
    void givesAReceiptOnlyWhenEverythingQueuedBeforeIsStored() throws Exception {
        // Given a history that is full of rows and a receipt behind them
        PositionHistory history = history(Map.of("rescueline.gps.history.batch", "100"));
        offer(history, 0, 450);
        CompletableFuture<Void> receipt = history.whenStored(1).toCompletableFuture();
        boolean isGivenBeforeWriting = receipt.isDone();

        // When
        history.start();
        receipt.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        // Then
        assertThat(isGivenBeforeWriting).isFalse();
        assertThat(one("select count(*) from position")).isEqualTo("450");
        history.stop();
    }

    @Test
    void givesNoReceiptWhileTheDatabaseIsAwayAndThenGivesIt() throws Exception {
        // Given
        PositionHistory history = startedHistory(Map.of("rescueline.gps.history.retry-interval", "PT0.2S"));
        server.stop();
        offer(history, 0, 50);
        CompletableFuture<Void> receipt = history.whenStored(1).toCompletableFuture();
        await().atMost(PATIENCE).until(history::isAway);
        boolean isGivenWhileAway = receipt.isDone();

        // When
        startServer();
        receipt.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        // Then
        assertThat(isGivenWhileAway).isFalse();
        assertThat(one("select count(*) from position")).isEqualTo("50");
        history.stop();
    }

    @Test
    void storesWhatIsSentAgainOnceAlsoWithinOneBatch() throws Exception {
        // Given
        PositionHistory history = history(Map.of());
        Fix fix = aFix().build();
        Fix other = aFix().after(Duration.ofSeconds(30)).build();

        // When the same two come three times
        for (int i = 0; i < 3; i++) {
            history.offerAgain(1, fix);
            history.offerAgain(1, other);
        }
        history.start();
        history.stop();

        // Then
        assertThat(one("select count(*) from position")).isEqualTo("2");
    }

    @Test
    void storesEverythingOnceThoughTheDatabaseGoesAwayInBetween() throws Exception {
        // Given a history that has stored something
        PositionHistory history = startedHistory(Map.of("rescueline.gps.history.retry-interval", "PT0.2S"));
        offer(history, 0, 500);
        await().atMost(PATIENCE)
                .until(() -> one("select count(*) from position").equals("500"));

        // When the database is away for a while
        server.stop();
        offer(history, 500, 500);
        await().atMost(PATIENCE).until(history::isAway);
        startServer();

        // Then
        await().atMost(PATIENCE).ignoreExceptions().until(() -> one("select count(*) from position")
                .equals("1000"));
        history.stop();
        assertThat(one("select count(distinct fixed_at) from position")).isEqualTo("1000");
        assertThat(meters.counter("rescueline.positions.stored").count()).isEqualTo(1000);
    }

    @Test
    void writesARepeatedBatchOnlyOnce() throws Exception {
        // Given a batch whose first attempt was committed though nobody heard of it
        var partitions = new PositionPartitions(clock, 1);
        var copy = new PositionCopy(dataSource(), partitions, Duration.ofSeconds(30));
        List<PositionRow> rows = List.of(
                new PositionRow(1, aFix().build()),
                new PositionRow(1, aFix().after(Duration.ofSeconds(30)).build()));
        copy.write(rows.subList(0, 1));

        // When
        copy.writeMissing(rows);

        // Then
        assertThat(one("select count(*) from position")).isEqualTo("2");
    }

    @Test
    void refusesWhatFindsTheBufferFullAndMeasuresIt() {
        // Given a history that nobody empties
        PositionHistory history = history(Map.of("rescueline.gps.history.buffer", "3"));
        offer(history, 0, 3);

        // When
        boolean isQueued = history.offer(1, aFix().after(Duration.ofSeconds(9)).build());

        // Then
        assertThat(isQueued).isFalse();
        assertThat(meters.get("rescueline.positions.buffered").gauge().value()).isEqualTo(3);
        assertThat(meters.get("rescueline.positions.buffer.capacity").gauge().value())
                .isEqualTo(3);
    }

    @Test
    void emptiesItsBufferBeforeItEnds() throws Exception {
        // Given more than one batch
        PositionHistory history = startedHistory(Map.of("rescueline.gps.history.batch", "700"));
        offer(history, 0, 5_000);

        // When
        history.stop();

        // Then
        assertThat(one("select count(*) from position")).isEqualTo("5000");
    }

    private PositionHistory startedHistory(Map<String, String> keys) {
        PositionHistory history = history(keys);
        history.start();
        return history;
    }

    private PositionHistory history(Map<String, String> keys) {
        GpsConfig config = TestGpsConfig.with(keys);
        return new PositionHistory(config, dataSource(), clock, meters);
    }

    private static void offer(PositionHistory history, int from, int count) {
        for (int second = from; second < from + count; second++) {
            assertThat(history.offer(1, aFix().after(Duration.ofSeconds(second)).build()))
                    .isTrue();
        }
    }

    private static void startServer() {
        server = EmbeddedPostgres.start(EmbeddedTestParts.SOFTWARE, directory.resolve("postgres"), PORT, SETTINGS);
        assertThat(server.port()).isEqualTo(PORT);
    }

    private static DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {PORT});
        source.setDatabaseName(EmbeddedPostgres.DATABASE);
        source.setUser(EmbeddedPostgres.USER);
        return source;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
