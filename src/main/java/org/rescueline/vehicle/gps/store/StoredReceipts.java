package org.rescueline.vehicle.gps.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.rescueline.shared.Failure;

/**
 * Receipts for those who must know that what they queued is stored. Costs nothing for each position: the writer looks
 * here between two batches. A receipt that it sees then waits for as many rows as the buffer holds at that moment, which
 * are at least those that were queued before the receipt was asked for.
 */
final class StoredReceipts {
    private static final int MOST_WAITING = 10_000;

    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /** Seen by the writer, oldest first; touched by its thread alone. */
    private final ArrayDeque<Seen> seen = new ArrayDeque<>();

    private long written;

    /** Done when the count of written rows has come so far. */
    private record Seen(long dueAt, CompletableFuture<Void> receipt) {}

    /** A receipt for all that is queued by now. From any thread. */
    CompletionStage<Void> take() {
        CompletableFuture<Void> receipt = new CompletableFuture<>();
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            receipt.completeExceptionally(Failure.conflict("vehicle.batch-not-kept"));
            return receipt;
        }
        asked.add(receipt);
        return receipt;
    }

    /**
     * Between two batches: gives out what is due. On the writer's thread.
     *
     * @param newlyWritten rows settled since the last time
     * @param queued gives the rows in the buffer; asked only after the receipts have been seen
     */
    void settle(int newlyWritten, IntSupplier queued) {
        written += newlyWritten;
        List<CompletableFuture<Void>> fresh = new ArrayList<>();
        for (CompletableFuture<Void> receipt = asked.poll(); receipt != null; receipt = asked.poll()) {
            fresh.add(receipt);
        }
        if (!fresh.isEmpty()) {
            long dueAt = written + queued.getAsInt();
            fresh.forEach(receipt -> seen.add(new Seen(dueAt, receipt)));
        }
        while (!seen.isEmpty() && seen.peek().dueAt() <= written) {
            waiting.decrementAndGet();
            seen.remove().receipt().complete(null);
        }
    }

    /** Nothing more will be written: whoever waits is not told that anything is kept. On the writer's thread. */
    void fail() {
        settle(0, () -> Integer.MAX_VALUE);
        seen.forEach(one -> one.receipt().completeExceptionally(Failure.conflict("vehicle.batch-not-kept")));
        seen.clear();
    }
}
