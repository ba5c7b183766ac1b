package org.rescueline.vehicle.gps.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.fix.Fix;

/** What PostgreSQL and Redis take at best when nothing else is done: the ceilings that the service is compared with. */
public final class RawLimits {

    private static final int BATCH = 10_000;
    private static final int BATCHES = 60;
    private static final int REDIS_ROUND = 1_000;
    private static final int REDIS_REPEATS = 300;
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

    /**
     * Hashes with a last position's fields written a second, pipelined, without comparing anything. Ready bytes over a bare
     * socket: a client library would be measured with it.
     */
    public static double hashesPerSecond(String redisUri) throws IOException {
        var address = URI.create(redisUri);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var rounds = redisRounds();
            long begin = System.nanoTime();
            for (var repeat = 0; repeat < REDIS_REPEATS; repeat++) {
                for (var round : rounds) {
                    socket.getOutputStream().write(round);
                    awaitLines(socket.getInputStream(), REDIS_ROUND);
                }
            }
            return (double) REDIS_REPEATS * TERMINALS / ((System.nanoTime() - begin) / NANOS);
        }
    }

    /** One write of each terminal, in rounds that are sent at once. */
    private static List<byte[]> redisRounds() {
        var fields = LastPositionFields.of(fix(0));
        var rounds = new ArrayList<byte[]>();
        for (var from = 0; from < TERMINALS; from += REDIS_ROUND) {
            var round = new StringBuilder();
            for (var terminal = from; terminal < from + REDIS_ROUND; terminal++) {
                round.append('*').append(fields.length + 2).append("\r\n");
                append(round, "HSET");
                append(round, "bench:" + terminal);
                for (var field : fields) {
                    append(round, field);
                }
            }
            rounds.add(round.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return rounds;
    }

    private static void append(StringBuilder round, String argument) {
        round.append('$').append(argument.length()).append("\r\n").append(argument).append("\r\n");
    }

    /** Each hash is answered with a line of its own. */
    private static void awaitLines(InputStream in, int lines) throws IOException {
        var bytes = new byte[1 << 14];
        var left = lines;
        while (left > 0) {
            int count = in.read(bytes);
            if (count < 0 || bytes[0] == '-') {
                throw new IOException(count < 0 ? "Redis closed the connection" : "Redis refused what was written");
            }
            for (var index = 0; index < count; index++) {
                left -= bytes[index] == '\n' ? 1 : 0;
            }
        }
    }

    private static List<ByteBuffer> batches() {
        var batches = new ArrayList<ByteBuffer>(BATCHES);
        for (var batch = 0; batch < BATCHES; batch++) {
            var rows = new ArrayList<PositionRow>(BATCH);
            for (var row = 0; row < BATCH; row++) {
                // In the order of the index, as the service writes them too.
                int second = batch * BATCH / TERMINALS + row % (BATCH / TERMINALS);
                rows.add(new PositionRow(1 + row / (BATCH / TERMINALS), fix(second)));
            }
            batches.add(CopyFormat.encode(rows));
        }
        return batches;
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
