package org.rescueline.vehicle.gps.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the event loops, which never wait, and the database, which sometimes does. Bounded, first in first
 * out, and it counts: whoever has queued something learns from {@link #queued} how many rows must be stored until his are.
 *
 * <p>The writer is woken when a batch is full and not by each row, as a hundred thousand come in a second.
 */
final class PositionBuffer {
    private final Lock lock = new ReentrantLock();
    private final Condition enough = lock.newCondition();
    private final @Nullable PositionRow[] ring;
    private long queued;
    private long taken;

    /** How many rows the writer waits for; 0 while it does not wait. */
    private int wanted;

    PositionBuffer(int capacity) {
        this.ring = new PositionRow[capacity];
    }

    /** Takes a row unless the buffer is full. Returns at once. */
    boolean offer(PositionRow row) {
        lock.lock();
        try {
            if (queued - taken == ring.length) {
                return false;
            }
            ring[(int) (queued % ring.length)] = row;
            queued++;
            if (wanted > 0 && queued - taken >= wanted) {
                enough.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How many rows were queued since the beginning. */
    long queued() {
        lock.lock();
        try {
            return queued;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next rows: waits for a first one, then gathers until there are {@code limit} or {@code delay} has passed.
     *
     * @return empty when no first one came within {@code patience}
     */
    List<PositionRow> next(int limit, Duration delay, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            if (await(1, patience)) {
                await(Math.min(limit, ring.length), delay);
            }
            return take(limit);
        } finally {
            wanted = 0;
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return (int) (queued - taken);
        } finally {
            lock.unlock();
        }
    }

    int capacity() {
        return ring.length;
    }

    /** Whether so many rows came within so long. */
    private boolean await(int rows, Duration longest) throws InterruptedException {
        wanted = rows;
        long left = longest.toNanos();
        while (queued - taken < rows && left > 0) {
            left = enough.awaitNanos(left);
        }
        return queued - taken >= rows;
    }

    private List<PositionRow> take(int limit) {
        int count = (int) Math.min(limit, queued - taken);
        List<PositionRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int slot = (int) (taken++ % ring.length);
            PositionRow row = ring[slot];
            ring[slot] = null;
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }
}
