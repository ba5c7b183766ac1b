package org.rescueline.vehicle.gps.intake;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What was refused of one sender, by reason, since this node started. Reasons are few, so this stays small. */
public final class RefusalCounts {
    private final Map<String, LongAdder> byReason = new ConcurrentHashMap<>();
    private volatile @Nullable Latest latest;

    /**
     * The newest refusal.
     *
     * @param reason its label, such as {@code wrong_check}
     */
    public record Latest(String reason, Instant at) {}

    /** Counts one refusal. From any thread. */
    public void count(String reason, Instant at) {
        byReason.computeIfAbsent(reason, ignored -> new LongAdder()).increment();
        latest = new Latest(reason, at);
    }

    /** How often which reason. */
    public Map<String, Long> byReason() {
        Map<String, Long> counts = new TreeMap<>();
        byReason.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    /** How many altogether. */
    public long total() {
        return byReason.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** The newest; null before the first. */
    public @Nullable Latest latest() {
        return latest;
    }
}
