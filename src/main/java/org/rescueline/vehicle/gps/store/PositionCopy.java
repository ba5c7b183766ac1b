package org.rescueline.vehicle.gps.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes a batch in one COPY, several times faster than inserting. COPY is not spoken by the reactive client, so this
 * room uses JDBC, on a thread of its own.
 */
final class PositionCopy {
    private static final String INTO_HISTORY = "copy position (" + CopyFormat.COLUMNS + ") from stdin (format binary)";
    private static final String MAKE_REPEATED =
            "create temp table if not exists repeated_position (like position) on commit delete rows";
    private static final String INTO_REPEATED =
            "copy repeated_position (" + CopyFormat.COLUMNS + ") from stdin (format binary)";

    /** Compares with the same terminal and instant only, which the one index of the table finds. */
    private static final String MOVE_MISSING = "insert into position (" + CopyFormat.COLUMNS
            + ") select distinct on (terminal_id, fixed_at, latitude, longitude) "
            + CopyFormat.COLUMNS + " from repeated_position r where not exists (select from position p"
            + " where p.terminal_id = r.terminal_id and p.fixed_at = r.fixed_at"
            + " and p.latitude = r.latitude and p.longitude = r.longitude)";

    private final DataSource dataSource;
    private final PositionPartitions partitions;
    private final Duration timeout;

    PositionCopy(DataSource dataSource, PositionPartitions partitions, Duration timeout) {
        this.dataSource = dataSource;
        this.partitions = partitions;
        this.timeout = timeout;
    }

    /**
     * Writes rows that have not been tried before; none of them when it fails – unless only the answer got lost. Those that
     * the terminal may have sent before are written when they are not there.
     */
    void write(List<PositionRow> rows) throws SQLException {
        List<PositionRow> again = rows.stream().filter(PositionRow::mayBeStored).toList();
        List<PositionRow> fresh = inOrderOfIndex(rows);
        inTransaction(rows, connection -> {
            copy(connection, INTO_HISTORY, fresh);
            if (!again.isEmpty()) {
                copyMissing(connection, again);
            }
        });
    }

    /** As the index has them, so that rows of one terminal find its page of the index still at hand. */
    private static List<PositionRow> inOrderOfIndex(List<PositionRow> rows) {
        return rows.stream()
                .filter(row -> !row.mayBeStored())
                .sorted(Comparator.comparingInt(PositionRow::terminalId))
                .toList();
    }

    /** Writes those rows that are not there yet: for a batch whose first attempt ended nobody knows how. */
    void writeMissing(List<PositionRow> rows) throws SQLException {
        inTransaction(rows, connection -> copyMissing(connection, rows));
    }

    private static void copyMissing(Connection connection, List<PositionRow> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MAKE_REPEATED);
            copy(connection, INTO_REPEATED, rows);
            statement.execute(MOVE_MISSING);
        }
    }

    private void inTransaction(List<PositionRow> rows, Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                limit(connection);
                partitions.prepare(connection, rows);
                limit(connection);
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                partitions.forget();
                rollBack(connection, e);
                throw e;
            }
        }
    }

    /** For this transaction alone, as the connection goes back to a pool. */
    private void limit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + timeout.toMillis());
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void copy(Connection connection, String sql, List<PositionRow> rows) throws SQLException {
        ByteBuffer bytes = CopyFormat.encode(rows);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.writeToCopy(bytes.array(), 0, bytes.limit());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
