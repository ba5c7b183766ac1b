package org.rescueline.vehicle.gps.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What stands between the event loops, which never wait, and the database, which sometimes does. Bounded. */
final class PositionBuffer {
    private final BlockingQueue<PositionRow> rows;
    private final int capacity;

    PositionBuffer(int capacity) {
        this.capacity = capacity;
        this.rows = new ArrayBlockingQueue<>(capacity);
    }

    /** Takes a row unless the buffer is full. Returns at once. */
    boolean offer(PositionRow row) {
        return rows.offer(row);
    }

    /**
     * The next rows: waits for a first one, then gathers until there are {@code limit} or {@code delay} has passed.
     *
     * @return empty when no first one came within {@code patience}
     */
    List<PositionRow> next(int limit, Duration delay, Duration patience) throws InterruptedException {
        List<PositionRow> batch = new ArrayList<>();
        PositionRow first = rows.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        long end = System.nanoTime() + delay.toNanos();
        rows.drainTo(batch, limit - 1);
        while (batch.size() < limit && System.nanoTime() < end) {
            PositionRow more = rows.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (more != null) {
                batch.add(more);
                rows.drainTo(batch, limit - batch.size());
            }
        }
        return batch;
    }

    int size() {
        return rows.size();
    }

    int capacity() {
        return capacity;
    }
}
