package org.rescueline.vehicle.gps.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoredReceiptsTest {
    private static final int MOST_ANSWERS = 10;

    private final AtomicLong queued = new AtomicLong();
    private final StoredReceipts receipts = new StoredReceipts(queued::get, MOST_ANSWERS);

    @Test
    void givesAReceiptWhenAsManyRowsAreStoredAsWereQueued() {
        // Given seven rows
        queued.set(7);
        CompletableFuture<Void> receipt = receipts.take(1).toCompletableFuture();
        queued.set(20);
        receipts.settle(6);
        boolean isGivenTooEarly = receipt.isDone();

        // When
        receipts.settle(1);

        // Then
        assertThat(isGivenTooEarly).isFalse();
        assertThat(receipt).isCompleted();
    }

    @Test
    void keepsNobodyWaitingWhenEverythingIsStored() {
        // Given
        queued.set(3);
        receipts.settle(3);

        // When
        var receipt = receipts.take(1).toCompletableFuture();

        // Then
        assertThat(receipt).isCompleted();
    }

    @Test
    void refusesMoreAnswersThanMayWait() {
        // Given
        queued.set(1);
        var first = receipts.take(MOST_ANSWERS).toCompletableFuture();

        // When
        var oneTooMany = receipts.take(1).toCompletableFuture();

        // Then
        assertThat(oneTooMany).isCompletedExceptionally();
        assertThat(first).isNotDone();
    }

    @Test
    void hasRoomAgainWhenReceiptsAreGiven() {
        // Given
        queued.set(1);
        receipts.take(MOST_ANSWERS);
        receipts.settle(1);
        queued.set(2);

        // When
        var next = receipts.take(MOST_ANSWERS).toCompletableFuture();
        receipts.settle(1);

        // Then
        assertThat(next).isCompleted();
    }

    @Test
    void givesNoReceiptAfterTheEnd() {
        // Given rows that will never be stored
        queued.set(1);
        var before = receipts.take(1).toCompletableFuture();
        receipts.fail();

        // When
        var after = receipts.take(1).toCompletableFuture();

        // Then
        assertThat(before).isCompletedExceptionally();
        assertThat(after).isCompletedExceptionally();
    }
}
