package org.rescueline.telephony.internal;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.internal.ami.SwitchActions;
import org.rescueline.telephony.internal.ami.Switchboard;
import org.rescueline.telephony.internal.cel.RebuildFlow;
import org.rescueline.telephony.internal.dial.SettlesOrders;
import org.rescueline.telephony.internal.ledger.CallStore;
import org.rescueline.telephony.internal.ledger.LiveCalls;
import org.rescueline.telephony.internal.ledger.OpenLegs;

/** What the telephone room does by the clock. */
@ApplicationScoped
class TelephonyTimers {

    private static final Logger LOG = Logger.getLogger(TelephonyTimers.class);
    private static final Duration START_DEADLINE = Duration.ofSeconds(20);
    private static final Duration MEND_DEADLINE = Duration.ofMinutes(5);

    /** A call that is up for less is not asked after: its end is told live, or found when connecting. */
    private static final Duration LONG_UP = Duration.ofMinutes(5);

    private final ReactiveBridge bridge;
    private final Switchboard board;
    private final RebuildFlow rebuild;
    private final SettlesOrders orders;
    private final SwitchActions actions;
    private final OpenLegs openLegs;
    private final Clock clock;
    private final LiveCalls live;
    private final CallStore calls;

    TelephonyTimers(
            ReactiveBridge bridge,
            Switchboard board,
            RebuildFlow rebuild,
            SettlesOrders orders,
            SwitchActions actions,
            OpenLegs openLegs,
            Clock clock,
            LiveCalls live,
            CallStore calls) {
        this.bridge = bridge;
        this.board = board;
        this.rebuild = rebuild;
        this.orders = orders;
        this.actions = actions;
        this.openLegs = openLegs;
        this.clock = clock;
        this.live = live;
        this.calls = calls;
    }

    void start(@Observes StartupEvent started) {
        CompletionStage<Void> unused = bridge.run("live-calls-load", START_DEADLINE, () -> live.load(calls));
    }

    /**
     * Compares calls that are no longer being told with the switch's record, also while the connection is away: the
     * record reaches us through the database. Then follows up orders.
     */
    @Scheduled(
            every = "${rescueline.telephony.cel.interval:30s}",
            delayed = "${rescueline.telephony.cel.interval:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> mend() {
        Uni<Void> line = Uni.createFrom().voidItem();
        for (var pbx : board.listened()) {
            line = line.chain(() -> mend(pbx));
        }
        return line;
    }

    /** Looks for legs that are up in the ledger for long and may be gone from the switch. */
    @Scheduled(
            every = "1m",
            delayed = "1m",
            identity = "telephony-vanished",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> endVanished() {
        Uni<Void> line = Uni.createFrom().voidItem();
        for (var pbx : board.listened()) {
            line = line.chain(() -> bridge.uni("telephony-vanished", MEND_DEADLINE, () -> endVanished(pbx))
                    .onFailure()
                    .invoke(e -> LOG.warnf("Nobody knows which calls of %s are gone: %s", pbx, e.getMessage()))
                    .onFailure()
                    .recoverWithNull());
        }
        return line;
    }

    private Uni<Void> endVanished(String pbx) {
        var since = clock.instant().minus(LONG_UP);
        return openLegs.isAnySince(pbx, since)
                .chain(isAny -> isAny && board.isConnected(pbx)
                        ? actions.snapshot(pbx)
                                .chain(seen -> rebuild.endVanished(pbx, seen.legs(), seen.takenAt(), since))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> mend(String pbx) {
        return bridge.uni("telephony-mend", MEND_DEADLINE, () -> rebuild.mendSettled(pbx)
                        .chain(() -> orders.settle(pbx)))
                .onFailure()
                .invoke(e -> LOG.warnf("The ledger was not compared with the record: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
