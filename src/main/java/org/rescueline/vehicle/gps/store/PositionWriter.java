package org.rescueline.vehicle.gps.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.rescueline.vehicle.gps.GpsConfig;

/**
 * The one thread that moves positions from the buffer to the database. A batch that fails is tried again until it is
 * stored; meanwhile the buffer fills, and when it is full terminals get no answer and keep their positions themselves.
 */
final class PositionWriter implements Runnable {
    private static final Logger LOG = Logger.getLogger(PositionWriter.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** SQLSTATE classes "data exception" and "integrity constraint violation": the rows' own fault. */
    private static final List<String> ROWS_AT_FAULT = List.of("22", "23");

    private final PositionBuffer buffer;
    private final PositionCopy copy;
    private final StoredReceipts receipts;
    private final GpsConfig.History config;
    private final Counter stored;
    private final Counter refused;
    private final Counter failures;
    private final Timer batches;
    private volatile boolean isStopping;
    private volatile boolean isAway;

    PositionWriter(
            PositionBuffer buffer,
            PositionCopy copy,
            StoredReceipts receipts,
            GpsConfig.History config,
            MeterRegistry meters) {
        this.receipts = receipts;
        this.buffer = buffer;
        this.copy = copy;
        this.config = config;
        this.stored = meters.counter("rescueline.positions.stored");
        this.refused = meters.counter("rescueline.positions.refused.by.database");
        this.failures = meters.counter("rescueline.positions.write.failures");
        this.batches = meters.timer("rescueline.positions.write");
    }

    @Override
    public void run() {
        try {
            while (!isStopping || buffer.size() > 0) {
                List<PositionRow> rows = buffer.next(config.batch(), config.batchDelay(), PATIENCE);
                store(rows, false);
                receipts.settle(rows.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.errorf("Stopped with %d positions in the buffer that were not stored", buffer.size());
        } finally {
            receipts.fail();
        }
    }

    /** Ends the thread once the buffer is empty. */
    void stop() {
        isStopping = true;
    }

    /** Whether the database did not take the last batch. */
    boolean isAway() {
        return isAway;
    }

    /** Writes until it is done. {@code mayBeThere}: an earlier attempt may have been committed. */
    private void store(List<PositionRow> rows, boolean mayBeThere) throws InterruptedException {
        boolean isRepeated = mayBeThere;
        while (!rows.isEmpty()) {
            try {
                write(rows, isRepeated);
                return;
            } catch (SQLException e) {
                if (isRowsFault(e)) {
                    storeHalves(rows, isRepeated, e);
                    return;
                }
                noteFailure(e, rows.size());
            } catch (RuntimeException e) {
                noteFailure(e, rows.size());
            }
            isRepeated = true;
            pause();
        }
    }

    private void write(List<PositionRow> rows, boolean isRepeated) throws SQLException {
        long start = System.nanoTime();
        if (isRepeated) {
            copy.writeMissing(rows);
        } else {
            copy.write(rows);
        }
        batches.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        stored.increment(rows.size());
        if (isAway) {
            isAway = false;
            LOG.infof("The history takes positions again; %d wait in the buffer", buffer.size());
        }
    }

    /** One row that the database will never take must not hold up the others for ever. */
    private void storeHalves(List<PositionRow> rows, boolean mayBeThere, SQLException cause)
            throws InterruptedException {
        if (rows.size() == 1) {
            refused.increment();
            LOG.errorf(
                    cause,
                    "The database refuses a position of terminal %d",
                    rows.get(0).terminalId());
            return;
        }
        int half = rows.size() / 2;
        store(rows.subList(0, half), mayBeThere);
        store(rows.subList(half, rows.size()), mayBeThere);
    }

    private void noteFailure(Exception e, int rows) {
        failures.increment();
        if (!isAway) {
            isAway = true;
            LOG.warnf(e, "%d positions could not be stored; they are tried again until they are", rows);
        }
    }

    /** A pause that stopping does not cut short: the last attempts before the end need the database back as well. */
    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(config.retryInterval().toMillis());
    }

    private static boolean isRowsFault(SQLException e) {
        String state = e.getSQLState();
        return state != null && ROWS_AT_FAULT.stream().anyMatch(state::startsWith);
    }
}
