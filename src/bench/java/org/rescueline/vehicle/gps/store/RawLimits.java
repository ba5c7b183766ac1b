package org.rescueline.vehicle.gps.store;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.postgresql.PGConnection;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.fix.Fix;

/** What PostgreSQL and Redis take at best when nothing else is done: the ceilings that the service is compared with. */
public final class RawLimits {

    private static final int BATCH = 10_000;
    private static final int BATCHES = 60;
    private static final int REDIS_ROUND = 1_000;
    private static final int REDIS_ROUNDS = 150;
    private static final int TERMINALS = 2_000;
    private static final double NANOS = 1e9;

    private RawLimits() {}

    /** Rows a second by binary COPY of ready bytes into a table with the history's columns and index, a commit each. */
    public static double copiedPerSecond(String jdbcUrl) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(jdbcUrl)) {
            execute(connection, "create table bench_position (like position including all)");
            connection.setAutoCommit(false);
            var batches = batches();
            long begin = System.nanoTime();
            for (var batch : batches) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy bench_position (" + CopyFormat.COLUMNS + ") from stdin (format binary)",
                                new ByteArrayInputStream(batch.array(), 0, batch.limit()),
                                1 << 16);
                connection.commit();
            }
            double seconds = (System.nanoTime() - begin) / NANOS;
            execute(connection, "drop table bench_position");
            connection.commit();
            return BATCH * BATCHES / seconds;
        }
    }

    /** Hashes with a last position's fields written a second, pipelined, without comparing anything. */
    public static double hashesPerSecond(String redisUri) throws ExecutionException, InterruptedException {
        var client = RedisClient.create(redisUri);
        try (var connection = client.connect()) {
            connection.setAutoFlushCommands(false);
            var redis = connection.async();
            var fields = fieldsOf(fix(0));
            long begin = System.nanoTime();
            for (var round = 0; round < REDIS_ROUNDS; round++) {
                var answers = new ArrayList<RedisFuture<Long>>(REDIS_ROUND);
                for (var write = 0; write < REDIS_ROUND; write++) {
                    answers.add(redis.hset("bench:" + (round * REDIS_ROUND + write) % TERMINALS, fields));
                }
                connection.flushCommands();
                for (var answer : answers) {
                    answer.get();
                }
            }
            return REDIS_ROUND * REDIS_ROUNDS / ((System.nanoTime() - begin) / NANOS);
        } finally {
            client.shutdown();
        }
    }

    private static List<ByteBuffer> batches() {
        var batches = new ArrayList<ByteBuffer>(BATCHES);
        for (var batch = 0; batch < BATCHES; batch++) {
            var rows = new ArrayList<PositionRow>(BATCH);
            for (var row = 0; row < BATCH; row++) {
                var number = batch * BATCH + row;
                rows.add(new PositionRow(1 + number % TERMINALS, fix(number / TERMINALS)));
            }
            batches.add(CopyFormat.encode(rows));
        }
        return batches;
    }

    private static Map<String, String> fieldsOf(Fix fix) {
        var namesAndValues = LastPositionFields.of(fix);
        var fields = new LinkedHashMap<String, String>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            fields.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return fields;
    }

    private static Fix fix(int second) {
        var at = Instant.parse("2026-01-15T00:00:00Z").plusSeconds(second);
        return new Fix(
                34.123456, 108.123456, 400, 720, 45, at, at, 3, true, 0, 12_345, 12, PositionSource.TERMINAL);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
