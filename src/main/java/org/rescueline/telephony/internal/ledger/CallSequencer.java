package org.rescueline.telephony.internal.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.rescueline.telephony.internal.fold.LegReport;

/**
 * Keeps the reports of each call in order while calls go side by side.
 *
 * <p>What arrives while every writer is busy waits and is then written together: the reports of one call, and those of
 * several calls, so that a burst costs few transactions and a single call waits for nobody. When writing fails the reports
 * stay at the head of their line and are tried again, with longer and longer pauses; a call in whose company others could
 * not be written is tried alone, so that one bad report holds up nobody else. When more than the allowed number wait, newer
 * ones are left out and {@link Overflow} is told: the call itself is not lost, it is rebuilt from the switch's record.
 *
 * <p>Thread rule: {@link #submit} may be called on any thread, returns at once and never waits for the database.
 */
final class CallSequencer {

    /** Writes the reports of several calls, the call that waited longest first; the stage ends when all are stored. */
    interface Writer {
        CompletionStage<Void> write(Map<CallKey, List<LegReport>> reports);
    }

    /** Hears that reports had to be left out. */
    interface Overflow {
        void onOverflow(CallKey key);
    }

    /** Says what is to be done about reports that could not be written. */
    interface Trouble {
        /** Whether the reports are to blame, rather than the database that is away. */
        boolean isOwnFault(Throwable cause);

        /** Whether to give up the reports of one call, which were tried alone. */
        boolean givesUp(CallKey key, Throwable cause, int attempt);
    }

    /**
     * @param waitingReports the most that may wait
     * @param writers transactions at the same time
     * @param callsTogether the most calls in one transaction
     * @param retryPauseMillis first pause after a failure
     * @param longestRetryPauseMillis the longest pause
     */
    record Limits(
            int waitingReports, int writers, int callsTogether, long retryPauseMillis, long longestRetryPauseMillis) {}

    private static final class Line {
        private List<LegReport> waiting = new ArrayList<>();
        private int attempt;
        private boolean isAlone;
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
        for (var next = takeReady(); !next.isEmpty(); next = takeReady()) {
            write(next);
        }
    }

    /** The calls that come next, in a map that keeps their order; empty when none is ready or no writer is free. */
    private synchronized Map<CallKey, List<LegReport>> takeReady() {
        var taken = new LinkedHashMap<CallKey, List<LegReport>>();
        if (stopped || writing >= limits.writers()) {
            return taken;
        }
        while (!ready.isEmpty() && taken.size() < limits.callsTogether()) {
            var line = lineOf(ready.element());
            if (line.isAlone && !taken.isEmpty()) {
                break;
            }
            taken.put(ready.remove(), line.waiting);
            line.waiting = new ArrayList<>();
            if (line.isAlone) {
                break;
            }
        }
        writing += taken.isEmpty() ? 0 : 1;
        return taken;
    }

    private Line lineOf(CallKey key) {
        var line = lines.get(key);
        if (line == null) {
            throw new IllegalStateException("a ready call without a line: " + key);
        }
        return line;
    }

    private void write(Map<CallKey, List<LegReport>> taken) {
        writer.write(taken).whenComplete((stored, failure) -> {
            if (failure == null) {
                onWritten(taken);
            } else {
                onFailed(taken, failure);
            }
            writeWhatIsReady();
        });
    }

    private synchronized void onWritten(Map<CallKey, List<LegReport>> written) {
        writing--;
        written.forEach((key, reports) -> {
            waiting -= reports.size();
            goOn(key);
        });
    }

    private void goOn(CallKey key) {
        var line = lineOf(key);
        line.attempt = 0;
        line.isAlone = false;
        if (line.waiting.isEmpty()) {
            lines.remove(key);
        } else {
            ready.add(key);
        }
    }

    private void onFailed(Map<CallKey, List<LegReport>> failed, Throwable failure) {
        if (failed.size() == 1) {
            var key = failed.keySet().iterator().next();
            if (trouble.givesUp(key, failure, nextAttempt(key))) {
                onWritten(failed);
                overflow.onOverflow(key);
                return;
            }
        }
        putBack(failed, trouble.isOwnFault(failure));
    }

    private synchronized int nextAttempt(CallKey key) {
        return lineOf(key).attempt + 1;
    }

    private synchronized void putBack(Map<CallKey, List<LegReport>> failed, boolean isAlone) {
        writing--;
        int attempts = 0;
        for (var each : failed.entrySet()) {
            var line = lineOf(each.getKey());
            each.getValue().addAll(line.waiting);
            line.waiting = each.getValue();
            line.isAlone = isAlone;
            attempts = Math.max(attempts, ++line.attempt);
        }
        schedule(List.copyOf(failed.keySet()), pauseAfter(attempts));
    }

    private long pauseAfter(int attempt) {
        return Math.min(limits.longestRetryPauseMillis(), limits.retryPauseMillis() << Math.min(attempt - 1, 20));
    }

    private void schedule(List<CallKey> keys, long pauseMillis) {
        if (stopped) {
            return;
        }
        ScheduledFuture<?> unused = timer.schedule(() -> becomeReady(keys), pauseMillis, TimeUnit.MILLISECONDS);
    }

    private void becomeReady(List<CallKey> keys) {
        synchronized (this) {
            ready.addAll(keys);
        }
        writeWhatIsReady();
    }
}
