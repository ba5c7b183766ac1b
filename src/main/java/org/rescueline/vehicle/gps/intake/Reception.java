package org.rescueline.vehicle.gps.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.fix.DropReason;

/**
 * What became of a report.
 *
 * @param reason why it was dropped or set aside; null otherwise
 * @param sosStored done when a press of the emergency button that came with the report is stored, failed when it could
 *     not be stored in time; already done when there was none
 */
public record Reception(Kind kind, @Nullable DropReason reason, CompletionStage<Void> sosStored) {
    /** What became of the position. */
    public enum Kind {
        /** Shown, and queued for the history. */
        TAKEN,
        /** Queued for the history only. */
        SET_ASIDE,
        /** Neither, for good: the sender need not repeat it. */
        DROPPED,
        /** The queue is full: the sender must keep it and send it again. */
        NOT_QUEUED
    }

    /** No press of the button came with the report. */
    public static final CompletionStage<Void> NO_SOS = CompletableFuture.completedFuture(null);

    /** Whether a press of the emergency button, or its release, is being stored. */
    public boolean bringsSos() {
        return sosStored != NO_SOS;
    }

    /** Whether the sender may be told only when the position is stored: a kill of this process must not lose it. */
    public boolean awaitsStore() {
        return switch (kind) {
            case TAKEN, SET_ASIDE -> true;
            case DROPPED -> reason == DropReason.DUPLICATE;
            case NOT_QUEUED -> false;
        };
    }

    /** Whether the sender may be told that it need not send the position again, once it and the SOS are stored. */
    public boolean isSettled() {
        return kind != Kind.NOT_QUEUED;
    }
}
