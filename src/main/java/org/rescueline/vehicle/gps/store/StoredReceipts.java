package org.rescueline.vehicle.gps.store;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.rescueline.shared.Failure;

/**
 * Receipts for those who must know that what they queued is stored, before they tell a terminal that it may forget it. The
 * buffer is first in first out, so a receipt is due when as many rows are stored as were queued when it was asked for.
 * Costs nothing for each position: one receipt stands for all that came before it.
 */
final class StoredReceipts {
    private static final CompletionStage<Void> NOTHING_TO_WAIT_FOR = CompletableFuture.completedFuture(null);

    private final Queue<Receipt> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answersWaiting = new AtomicInteger();
    private final LongSupplier queued;
    private final int mostAnswers;
    private final AtomicLong stored = new AtomicLong();
    private volatile boolean isEnded;

    /** Due when the count of stored rows has come so far; so many answers wait for it. */
    private record Receipt(long dueAt, int answers, CompletableFuture<Void> given) {}

    /**
     * The receipts of one buffer.
     *
     * @param queued gives how many rows were queued since the beginning
     * @param mostAnswers may wait at once: duplicates take no place in the buffer, and their answers take memory all the
     *     same
     */
    StoredReceipts(LongSupplier queued, int mostAnswers) {
        this.queued = queued;
        this.mostAnswers = mostAnswers;
    }

    /** A receipt for all that is queued by now, for which so many answers wait. From any thread. */
    CompletionStage<Void> take(int answers) {
        Receipt receipt = new Receipt(queued.getAsLong(), answers, new CompletableFuture<>());
        if (isDue(receipt)) {
            return NOTHING_TO_WAIT_FOR;
        }
        if (answersWaiting.addAndGet(answers) > mostAnswers) {
            refuse(receipt);
            return receipt.given();
        }
        waiting.add(receipt);
        // The writer may have looked for the last time just before.
        if (isDue(receipt)) {
            give(receipt);
        } else if (isEnded) {
            refuse(receipt);
        }
        return receipt.given();
    }

    /** So many more rows are stored, or refused for good: gives out what is due. On the writer's thread. */
    void settle(int rows) {
        stored.addAndGet(rows);
        for (Receipt next = waiting.peek(); next != null && isDue(next); next = waiting.peek()) {
            give(next);
            waiting.remove();
        }
    }

    /** Nothing more will be stored: whoever waits is not told that anything is kept. On the writer's thread. */
    void fail() {
        isEnded = true;
        for (Receipt next = waiting.poll(); next != null; next = waiting.poll()) {
            refuse(next);
        }
    }

    private boolean isDue(Receipt receipt) {
        return receipt.dueAt() <= stored.get();
    }

    private void give(Receipt receipt) {
        if (receipt.given().complete(null)) {
            answersWaiting.addAndGet(-receipt.answers());
        }
    }

    private void refuse(Receipt receipt) {
        if (receipt.given().completeExceptionally(Failure.conflict("vehicle.batch-not-kept"))) {
            answersWaiting.addAndGet(-receipt.answers());
        }
    }
}
