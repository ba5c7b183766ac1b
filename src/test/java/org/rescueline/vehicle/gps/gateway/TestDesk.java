package org.rescueline.vehicle.gps.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.fix.DropReason;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.intake.PositionDesk;
import org.rescueline.vehicle.gps.intake.Reception;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;

/** Takes positions as the test says. */
final class TestDesk implements PositionDesk {
    private final List<Fix> taken = new ArrayList<>();
    private final List<Integer> questions = new ArrayList<>();
    private Reception.Kind kind = Reception.Kind.TAKEN;
    private @Nullable DropReason reason;
    private CompletionStage<Void> batchStored = CompletableFuture.completedFuture(null);
    private CompletionStage<Void> reportsStored = CompletableFuture.completedFuture(null);
    private CompletionStage<Void> sosStored = Reception.NO_SOS;

    @Override
    public Reception take(TrackedTerminal terminal, Fix reported) {
        taken.add(reported);
        return new Reception(kind, reason, sosStored);
    }

    @Override
    public CompletionStage<Void> whenStored(int reports) {
        questions.add(reports);
        return reportsStored;
    }

    @Override
    public CompletionStage<Void> takeKept(TrackedTerminal terminal, List<Fix> reported) {
        taken.addAll(reported);
        return batchStored;
    }

    /** From now on reports are stored when this is done. */
    void storeReportsWhen(CompletionStage<Void> stored) {
        reportsStored = stored;
    }

    /** From now on batches are stored when this is done. */
    void storeBatchesWhen(CompletionStage<Void> stored) {
        batchStored = stored;
    }

    /** From now on, as when the buffer is full. */
    void answer(Reception.Kind newKind) {
        kind = newKind;
    }

    /** From now on, as when the steps refuse. */
    void answer(Reception.Kind newKind, DropReason newReason) {
        kind = newKind;
        reason = newReason;
    }

    /** For how many reports it was asked whether they are stored, time by time. */
    List<Integer> questions() {
        return List.copyOf(questions);
    }

    /** From now on presses of the button are stored when this is done. */
    void storeSosWhen(CompletionStage<Void> stored) {
        sosStored = stored;
    }

    List<Fix> taken() {
        return List.copyOf(taken);
    }
}
