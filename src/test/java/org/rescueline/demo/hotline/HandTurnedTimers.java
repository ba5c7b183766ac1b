package org.rescueline.demo.hotline;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Timers whose hands the test turns: work runs in the order of its time, and never by itself. */
final class HandTurnedTimers implements Timers {

    private record Entry(long dueMillis, long order, Runnable work) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::dueMillis).thenComparingLong(Entry::order));
    private long nowMillis = 1_768_000_000_000L;
    private long order;

    @Override
    public Runnable after(Duration delay, Runnable work) {
        var entry = new Entry(nowMillis + delay.toMillis(), order++, work);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    void pass(Duration duration) {
        long until = nowMillis + duration.toMillis();
        while (!entries.isEmpty() && entries.peek().dueMillis() <= until) {
            var entry = entries.remove();
            nowMillis = entry.dueMillis();
            entry.work().run();
        }
        nowMillis = until;
    }
}
