package org.rescueline.telephony.internal.dial;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.rescueline.telephony.DialTrace;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.ami.SwitchActions;
import org.rescueline.telephony.internal.ami.Switchboard;
import org.rescueline.telephony.internal.cel.CelStore;
import org.rescueline.telephony.internal.cel.RebuildFlow;
import org.rescueline.telephony.internal.ledger.CallKey;
import org.rescueline.telephony.internal.ledger.CallStore;
import org.rescueline.telephony.internal.ledger.DialAttemptEntity;

/**
 * Tells what became of an order. From the top, the first that fits:
 *
 * <ol>
 *   <li>never stored: NEVER_DIALLED, since orders are stored before they are sent;
 *   <li>its outcome is stored: ENDED;
 *   <li>given a moment ago: UNKNOWN, it may be on the wire;
 *   <li>the switch is not the attached one, or away: UNKNOWN;
 *   <li>the ledger has its call, or the switch has its channel: IN_PROGRESS;
 *   <li>the switch's record has its channel: mended from there, then ENDED or IN_PROGRESS;
 *   <li>otherwise NEVER_DIALLED: nobody's phone rang.
 * </ol>
 */
@ApplicationScoped
public class TracesDial {

    private final DialStore store;
    private final CallStore calls;
    private final CelStore record;
    private final RebuildFlow rebuild;
    private final SwitchActions actions;
    private final Switchboard board;
    private final Duration grace;
    private final Clock clock;

    TracesDial(
            DialStore store,
            CallStore calls,
            CelStore record,
            RebuildFlow rebuild,
            SwitchActions actions,
            Switchboard board,
            TelephonyConfig config,
            Clock clock) {
        this.store = store;
        this.calls = calls;
        this.record = record;
        this.rebuild = rebuild;
        this.actions = actions;
        this.board = board;
        this.grace = config.dial().traceGrace();
        this.clock = clock;
    }

    /** What is known of an attempt. */
    public Uni<DialTrace> trace(UUID attemptId) {
        return store.find(attemptId).chain(known -> known.map(this::traceStored)
                .orElseGet(() -> known(attemptId, DialTrace.Kind.NEVER_DIALLED)));
    }

    private Uni<DialTrace> traceStored(DialAttemptEntity attempt) {
        var outcome = attempt.outcome();
        if (outcome.isPresent()) {
            return Uni.createFrom().item(DialTrace.ended(attempt.id, outcome.get()));
        }
        boolean isFresh = clock.instant().isBefore(attempt.orderedAt.plus(grace));
        if (isFresh || !board.isConnected(attempt.pbx)) {
            return known(attempt.id, DialTrace.Kind.UNKNOWN);
        }
        return calls.exists(new CallKey(attempt.pbx, attempt.id.toString()))
                .chain(isInLedger ->
                        isInLedger ? known(attempt.id, DialTrace.Kind.IN_PROGRESS) : traceOnSwitch(attempt));
    }

    private Uni<DialTrace> traceOnSwitch(DialAttemptEntity attempt) {
        var uniqueid = attempt.id.toString();
        return actions.snapshot(attempt.pbx)
                .chain(snapshot -> snapshot.uniqueids().contains(uniqueid)
                        ? known(attempt.id, DialTrace.Kind.IN_PROGRESS)
                        : traceInRecord(attempt))
                .onFailure()
                .recoverWithUni(() -> known(attempt.id, DialTrace.Kind.UNKNOWN));
    }

    private Uni<DialTrace> traceInRecord(DialAttemptEntity attempt) {
        var uniqueid = attempt.id.toString();
        return rebuild.mendCall(attempt.pbx, uniqueid)
                .chain(() -> record.knows(uniqueid))
                .chain(isRecorded ->
                        isRecorded ? traceMended(attempt.id) : known(attempt.id, DialTrace.Kind.NEVER_DIALLED));
    }

    private Uni<DialTrace> traceMended(UUID attemptId) {
        return store.find(attemptId).map(mended -> mended.flatMap(DialAttemptEntity::outcome)
                .map(outcome -> DialTrace.ended(attemptId, outcome))
                .orElseGet(() -> DialTrace.of(attemptId, DialTrace.Kind.IN_PROGRESS)));
    }

    private static Uni<DialTrace> known(UUID attemptId, DialTrace.Kind kind) {
        return Uni.createFrom().item(DialTrace.of(attemptId, kind));
    }
}
