package org.rescueline.vehicle.gps.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.fix.Fix;

/** All positions, for tracks and evidence: a bounded, measured buffer and one thread that writes it in batches. */
@Singleton
public class PositionHistory {
    private static final Logger LOG = Logger.getLogger(PositionHistory.class);

    /** Repeated reports stand in the buffer once, and are answered as often as they came. */
    private static final int MOST_ANSWERS_FOR_EACH_ROW = 2;

    private final GpsConfig.History config;
    private final PositionBuffer buffer;
    private final StoredReceipts receipts;
    private final PositionWriter writer;
    private @Nullable Thread thread;

    PositionHistory(GpsConfig config, DataSource dataSource, Clock clock, MeterRegistry meters) {
        this.config = config.history();
        this.buffer = new PositionBuffer(this.config.buffer());
        var partitions = new PositionPartitions(clock, this.config.partitionsAhead());
        var copy = new PositionCopy(dataSource, partitions, this.config.writeTimeout());
        this.receipts = new StoredReceipts(buffer::queued, MOST_ANSWERS_FOR_EACH_ROW * this.config.buffer());
        this.writer = new PositionWriter(buffer, copy, receipts, this.config, meters);
        Gauge.builder("rescueline.positions.buffered", buffer, PositionBuffer::size)
                .register(meters);
        Gauge.builder("rescueline.positions.buffer.capacity", buffer, PositionBuffer::capacity)
                .register(meters);
    }

    /** Starts writing. */
    public synchronized void start() {
        Thread started = new Thread(writer, "position-history");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /**
     * Queues a position. Returns at once.
     *
     * @return false when the buffer is full: then the sender must not be told that its position is kept
     */
    public boolean offer(int terminalId, Fix fix) {
        return buffer.offer(new PositionRow(terminalId, fix));
    }

    /** Queues a position that may be stored already; then it is not stored twice. Otherwise like {@link #offer}. */
    public boolean offerAgain(int terminalId, Fix fix) {
        return buffer.offer(new PositionRow(terminalId, fix, true));
    }

    /**
     * Done when everything that is queued now is stored.
     *
     * @param answers how many answers wait for that
     * @return failed when too many wait for that already, or this node stops before
     */
    public CompletionStage<Void> whenStored(int answers) {
        return receipts.take(answers);
    }

    /** Whether the database did not take what was last written. */
    public boolean isAway() {
        return writer.isAway();
    }

    /** Writes what is queued and ends, waiting at most {@code rescueline.gps.history.flush-timeout}. */
    public synchronized void stop() throws InterruptedException {
        Thread started = thread;
        if (started == null) {
            return;
        }
        writer.stop();
        TimeUnit.MILLISECONDS.timedJoin(started, config.flushTimeout().toMillis());
        if (started.isAlive()) {
            LOG.errorf("The database did not take the last positions in time: %d are lost", buffer.size());
            started.interrupt();
        }
        thread = null;
    }
}
