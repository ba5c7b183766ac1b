package org.rescueline.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rescueline.testkit.RunningService;
import org.rescueline.vehicle.gps.store.RawLimits;

/**
 * Reports of 2,000 terminals over 200 connections, as from forwarders, through the packaged service into Redis and into
 * PostgreSQL. The time ends when the last row is committed, not when it is acknowledged. Afterwards every acknowledged
 * report is looked for in the history, and every terminal's last one in Redis.
 *
 * <p>Beside the rate stands the processor time each position took in every part: others at work on the same machine lower
 * the rate and hardly the other.
 */
final class PositionsBench implements Benchmark {

    private static final int CONNECTIONS = 200;
    private static final int TERMINALS_EACH = 10;
    private static final int TERMINALS = CONNECTIONS * TERMINALS_EACH;
    private static final int REPORTS = Integer.getInteger("bench.reports", 2_500);
    private static final long POSITIONS = (long) TERMINALS * REPORTS;
    private static final int UNDER_WAY = 400;
    private static final long STORED_LIMIT_SECONDS = 120;
    private static final long REDIS_LIMIT_SECONDS = 10;
    private static final double NANOS = 1e9;
    private static final double MICROS = 1e6;

    @Override
    public void run(Metrics metrics) throws Exception {
        metrics.put("positions", POSITIONS);
        metrics.put("terminals", TERMINALS);
        metrics.put("connections", CONNECTIONS);
        try (var service = RunningService.prepareAsShipped("bench-positions", configuration())) {
            service.start();
            double rate = drive(metrics, service);
            double copied = RawLimits.copiedPerSecond(service.databaseUrl());
            double hashes = RawLimits.hashesPerSecond(service.redisUri());
            metrics.put("copyRowsPerSecond", Math.round(copied));
            metrics.put("redisHashesPerSecond", Math.round(hashes));
            metrics.put("ratioToCopy", rate / copied);
            metrics.put("ratioToRedis", rate / hashes);
        }
        double decoded = DecodeBench.framesPerSecond();
        metrics.put("decodedPerSecond", Math.round(decoded));
        metrics.put("ratioToDecode", metrics.number("positionsPerSecond") / decoded);
    }

    private static double drive(Metrics metrics, RunningService service) throws Exception {
        // Whole and of today or yesterday: one partition or two, as in a centre at work.
        var first = Instant.ofEpochSecond(Clock.systemUTC().instant().getEpochSecond() - REPORTS);
        var driver = startDriver(service.port("rescueline.gps.port"), first);
        try (var reader = driver.inputReader(StandardCharsets.UTF_8);
                var connection = DriverManager.getConnection(service.databaseUrl())) {
            Java.expect(reader.readLine(), "signedIn");
            var before = new ProcessorTimes(service, driver);
            driver.getOutputStream().write('\n');
            driver.getOutputStream().flush();
            long begin = System.nanoTime();
            double acknowledgedSeconds = Double.parseDouble(Java.expect(reader.readLine(), "seconds"));
            metrics.put("resent", Long.parseLong(Java.expect(reader.readLine(), "resent")));
            var after = new ProcessorTimes(service, driver);
            driver.getOutputStream().close();
            awaitStored(connection);
            double rate = POSITIONS / ((System.nanoTime() - begin) / NANOS);
            long stored = countEachOnce(connection);
            metrics.put("positionsPerSecond", Math.round(rate));
            metrics.put("acknowledgedPerSecond", Math.round(POSITIONS / acknowledgedSeconds));
            metrics.put("acknowledgedLost", POSITIONS - stored);
            metrics.put("lastPositionsMissing", missingLast(service, first.plusSeconds(REPORTS - 1L)));
            report(metrics, before, after);
            return rate;
        } finally {
            driver.destroyForcibly();
        }
    }

    private static Process startDriver(int port, Instant first) throws Exception {
        return Java.start(
                PositionDriver.class,
                Integer.toString(port),
                Integer.toString(CONNECTIONS),
                Integer.toString(TERMINALS_EACH),
                Integer.toString(REPORTS),
                Integer.toString(UNDER_WAY),
                Long.toString(first.getEpochSecond()));
    }

    private static void awaitStored(Connection connection) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STORED_LIMIT_SECONDS);
        while (count(connection, "select count(*) from position") < POSITIONS && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** The acknowledged reports that are in the history; all of them are acknowledged when the driver ends. */
    private static long countEachOnce(Connection connection) throws SQLException {
        // Without figures about the table the planner takes a hash table far too small, and takes many minutes.
        try (var statement = connection.createStatement()) {
            statement.execute("analyze position");
        }
        return count(connection, "select count(*) from (select distinct terminal_id, fixed_at from position) each");
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Redis is written some times a second, so the very last ones come a moment after the history. */
    private static long missingLast(RunningService service, Instant last) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(REDIS_LIMIT_SECONDS);
        var client = RedisClient.create(service.redisUri());
        try (var connection = client.connect()) {
            long missing = missingLast(connection.sync(), last);
            while (missing > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(200);
                missing = missingLast(connection.sync(), last);
            }
            return missing;
        } finally {
            client.shutdown();
        }
    }

    private static long missingLast(RedisCommands<String, String> redis, Instant last) {
        var newest = Long.toString(last.toEpochMilli());
        return TERMINALS
                - redis.keys("rl:pos:*").stream()
                        .filter(key -> newest.equals(redis.hget(key, "fixedAt")))
                        .count();
    }

    private static void report(Metrics metrics, ProcessorTimes before, ProcessorTimes after) {
        double total = 0;
        for (var part : after.seconds().entrySet()) {
            double micros = (part.getValue() - before.seconds().get(part.getKey())) * MICROS / POSITIONS;
            metrics.put(part.getKey() + "MicrosEach", micros);
            total += micros;
        }
        metrics.put("processorMicrosEach", total);
        metrics.put("perSecondOnTwoFullCores", Math.round(2 * MICROS / total));
    }

    private static Map<String, String> configuration() {
        var configuration = new HashMap<String, String>();
        configuration.put("rescueline.demo.enabled", "false");
        configuration.put("rescueline.telephony.enabled", "false");
        return configuration;
    }
}
