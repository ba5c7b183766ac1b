package org.rescueline.telephony.internal.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.internal.fold.LegReport;

/**
 * Keeps the reports of each call in order while calls go side by side.
 *
 * <p>What arrives for a call while it is being written waits and is then written together, so that a burst costs one
 * transaction. When writing fails the reports stay at the head of their line and are tried again, with longer and
 * longer pauses. When more than the allowed number wait, newer ones are left out and {@link Overflow} is told: the call
 * itself is not lost, it is rebuilt from the switch's record.
 *
 * <p>Thread rule: {@link #submit} may be called on any thread, returns at once and never waits for the database.
 */
final class CallSequencer {

    /** Writes the reports of one call; the stage ends when they are stored. */
    interface Writer {
        CompletionStage<Void> write(CallKey key, List<LegReport> reports);
    }

    /** Hears that reports had to be left out. */
    interface Overflow {
        void onOverflow(CallKey key);
    }

    /** Hears that a batch could not be written although the database may be fine; true gives it up. */
    interface Trouble {
        boolean givesUp(CallKey key, Throwable cause, int attempt);
    }

    /**
     * @param waitingReports the most that may wait
     * @param writers calls written at the same time
     * @param retryPauseMillis first pause after a failure
     * @param longestRetryPauseMillis the longest pause
     */
    record Limits(int waitingReports, int writers, long retryPauseMillis, long longestRetryPauseMillis) {}

    private static final class Line {
        private List<LegReport> waiting = new ArrayList<>();
        private int attempt;
    }

    private final Limits limits;
    private final Writer writer;
    private final Overflow overflow;
    private final Trouble trouble;
    private final ScheduledExecutorService timer;
    private final Map<CallKey, Line> lines = new HashMap<>();
    private final Deque<CallKey> ready = new ArrayDeque<>();
    private int waiting;
    private int writing;
    private boolean stopped;

    CallSequencer(Limits limits, Writer writer, Overflow overflow, Trouble trouble, ScheduledExecutorService timer) {
        this.limits = limits;
        this.writer = writer;
        this.overflow = overflow;
        this.trouble = trouble;
        this.timer = timer;
    }

    /** Takes a report in its call's line. */
    void submit(CallKey key, List<LegReport> reports) {
        if (!enqueue(key, reports)) {
            overflow.onOverflow(key);
            return;
        }
        writeWhatIsReady();
    }

    /** Reports that wait or are being written. */
    synchronized int waiting() {
        return waiting;
    }

    /** Calls with reports that wait or are being written. */
    synchronized int lines() {
        return lines.size();
    }

    /** Takes nothing more and starts no more writing. */
    synchronized void stop() {
        stopped = true;
    }

    private synchronized boolean enqueue(CallKey key, List<LegReport> reports) {
        if (stopped || waiting + reports.size() > limits.waitingReports()) {
            return false;
        }
        waiting += reports.size();
        var line = lines.get(key);
        if (line == null) {
            line = new Line();
            lines.put(key, line);
            ready.add(key);
        }
        line.waiting.addAll(reports);
        return true;
    }

    private void writeWhatIsReady() {
        for (var next = takeReady(); next != null; next = takeReady()) {
            write(next.key(), next.reports());
        }
    }

    private record Batch(CallKey key, List<LegReport> reports) {}

    private synchronized @Nullable Batch takeReady() {
        if (stopped || writing >= limits.writers() || ready.isEmpty()) {
            return null;
        }
        var key = ready.remove();
        var line = lines.get(key);
        if (line == null) {
            throw new IllegalStateException("a ready call without a line: " + key);
        }
        var reports = line.waiting;
        line.waiting = new ArrayList<>();
        writing++;
        return new Batch(key, reports);
    }

    private void write(CallKey key, List<LegReport> reports) {
        writer.write(key, reports).whenComplete((stored, failure) -> {
            if (failure == null) {
                onWritten(key, reports);
            } else {
                onFailed(key, reports, failure);
            }
            writeWhatIsReady();
        });
    }

    private synchronized void onWritten(CallKey key, List<LegReport> reports) {
        writing--;
        waiting -= reports.size();
        var line = lines.get(key);
        if (line == null) {
            return;
        }
        line.attempt = 0;
        if (line.waiting.isEmpty()) {
            lines.remove(key);
        } else {
            ready.add(key);
        }
    }

    private void onFailed(CallKey key, List<LegReport> reports, Throwable failure) {
        int attempt = attemptOf(key);
        if (trouble.givesUp(key, failure, attempt)) {
            onWritten(key, reports);
            overflow.onOverflow(key);
            return;
        }
        putBack(key, reports);
        long pause = Math.min(limits.longestRetryPauseMillis(), limits.retryPauseMillis() << Math.min(attempt - 1, 20));
        schedule(key, pause);
    }

    private synchronized int attemptOf(CallKey key) {
        var line = lines.get(key);
        return line == null ? 1 : ++line.attempt;
    }

    private synchronized void putBack(CallKey key, List<LegReport> reports) {
        writing--;
        var line = lines.computeIfAbsent(key, it -> new Line());
        reports.addAll(line.waiting);
        line.waiting = reports;
    }

    private synchronized void schedule(CallKey key, long pauseMillis) {
        if (stopped) {
            return;
        }
        ScheduledFuture<?> unused = timer.schedule(() -> becomeReady(key), pauseMillis, TimeUnit.MILLISECONDS);
    }

    private void becomeReady(CallKey key) {
        synchronized (this) {
            ready.add(key);
        }
        writeWhatIsReady();
    }
}
