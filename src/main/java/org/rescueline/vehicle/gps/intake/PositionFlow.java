package org.rescueline.vehicle.gps.intake;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.fix.DropReason;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.fix.FixLimits;
import org.rescueline.vehicle.gps.fix.FixSteps;
import org.rescueline.vehicle.gps.fix.Judgement;
import org.rescueline.vehicle.gps.store.LastPositionStore;
import org.rescueline.vehicle.gps.store.PositionHistory;

/**
 * The path of a reported position:
 *
 * <ol>
 *   <li>the steps, {@link FixSteps}: believed, corrected, set aside or dropped with a reason that is counted;
 *   <li>the emergency button, whatever the position is worth: {@link SosFlow};
 *   <li>last position, in memory and soon in Redis – even while the history is full, for the dispatcher looks at it now;
 *   <li>the history's buffer: what finds it full is not remembered as taken, or the terminal's repetition would be a
 *       duplicate and lost. Whoever sent it is answered when it is stored, {@link #whenStored};
 *   <li>news for the other rooms, conflated.
 * </ol>
 */
@Singleton
public class PositionFlow implements PositionDesk {
    private final SosFlow sosFlow;
    private final FixSteps steps;
    private final LastPositionStore lastPositions;
    private final PositionHistory history;
    private final PositionNews news;
    private final GpsMeters meters;
    private final TerminalHealthNotes health;

    PositionFlow(
            GpsConfig config,
            SosFlow sosFlow,
            LastPositionStore lastPositions,
            PositionHistory history,
            PositionNews news,
            GpsMeters meters,
            TerminalHealthNotes health) {
        this.sosFlow = sosFlow;
        this.steps = new FixSteps(limits(config), meters::corrected);
        this.lastPositions = lastPositions;
        this.history = history;
        this.news = news;
        this.meters = meters;
        this.health = health;
    }

    @Override
    public Reception take(TrackedTerminal terminal, Fix reported) {
        return take(terminal, reported, false);
    }

    @Override
    public CompletionStage<Void> whenStored(int reports) {
        return history.whenStored(reports);
    }

    /**
     * Stored, not only queued: a terminal deletes what it kept when it is answered, and nobody else has it. Each row may be
     * there already, from an attempt whose answer got lost, so each is compared before it is written.
     */
    @Override
    public CompletionStage<Void> takeKept(TrackedTerminal terminal, List<Fix> reported) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Fix fix : reported) {
            Reception reception = take(terminal, fix, true);
            if (!reception.isSettled()) {
                return CompletableFuture.failedFuture(Failure.conflict("vehicle.batch-not-kept"));
            }
            all.add(reception.sosStored().toCompletableFuture());
        }
        all.add(history.whenStored(1).toCompletableFuture());
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
    }

    private Reception take(TrackedTerminal terminal, Fix reported, boolean mayBeStored) {
        synchronized (terminal.track()) {
            Judgement judgement = steps.judge(reported, terminal.track());
            health.take(terminal, reported, judgement);
            CompletionStage<Void> sosStored =
                    sosFlow.watch(terminal, judgement.fix(), () -> placeOf(terminal, judgement));
            return switch (judgement.kind()) {
                case DROPPED -> drop(terminal, judgement, sosStored);
                case SET_ASIDE -> setAside(terminal, judgement, sosStored);
                case TAKEN -> show(terminal, judgement.fix(), sosStored, mayBeStored);
            };
        }
    }

    private static @Nullable PositionView placeOf(TrackedTerminal terminal, Judgement judgement) {
        return judgement.kind() == Judgement.Kind.DROPPED
                ? terminal.position()
                : PositionViews.of(terminal.known(), judgement.fix());
    }

    private Reception drop(TrackedTerminal terminal, Judgement judgement, CompletionStage<Void> sosStored) {
        DropReason reason = reasonOf(judgement);
        meters.dropped(reason);
        terminal.countRefusal(reason.label(), judgement.fix().receivedAt());
        return new Reception(Reception.Kind.DROPPED, reason, sosStored);
    }

    private Reception setAside(TrackedTerminal terminal, Judgement judgement, CompletionStage<Void> sosStored) {
        DropReason reason = reasonOf(judgement);
        // Late reports are also what a terminal repeats after this node was killed.
        if (!keep(terminal, judgement.fix(), true)) {
            return notQueued(sosStored);
        }
        meters.setAside(reason);
        terminal.countRefusal(reason.label(), judgement.fix().receivedAt());
        return new Reception(Reception.Kind.SET_ASIDE, reason, sosStored);
    }

    private Reception show(TrackedTerminal terminal, Fix fix, CompletionStage<Void> sosStored, boolean mayBeStored) {
        terminal.track().moveTo(fix);
        lastPositions.note(terminal.known().phone(), fix);
        news.note(terminal);
        if (!keep(terminal, fix, mayBeStored || terminal.track().isFromBefore(fix))) {
            return notQueued(sosStored);
        }
        meters.taken();
        return new Reception(Reception.Kind.TAKEN, null, sosStored);
    }

    private boolean keep(TrackedTerminal terminal, Fix fix, boolean mayBeStored) {
        int id = terminal.known().id();
        boolean isQueued = mayBeStored ? history.offerAgain(id, fix) : history.offer(id, fix);
        if (isQueued) {
            terminal.track().remember(fix);
        }
        return isQueued;
    }

    private Reception notQueued(CompletionStage<Void> sosStored) {
        meters.notQueued();
        return new Reception(Reception.Kind.NOT_QUEUED, null, sosStored);
    }

    private static DropReason reasonOf(Judgement judgement) {
        return Objects.requireNonNull(judgement.reason(), "whoever refuses says why");
    }

    private static FixLimits limits(GpsConfig config) {
        return new FixLimits(
                config.clockAhead(),
                config.clockBehind(),
                config.maxSpeedKph(),
                config.jumpToleranceMeters(),
                config.jumpConfirmations());
    }
}
