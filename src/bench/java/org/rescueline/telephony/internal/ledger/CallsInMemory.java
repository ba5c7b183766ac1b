package org.rescueline.telephony.internal.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.rescueline.telephony.internal.ami.CapturedReports;
import org.rescueline.telephony.internal.fold.Leg;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.NumberPlan;
import org.rescueline.telephony.internal.fold.TellsCall;
import org.rescueline.telephony.manager.CapturedCase;

/**
 * What the telephone room keeps of calls in memory: the lines of the sequencer and the live view. The database is a map
 * from which a call is taken once it is over.
 */
public final class CallsInMemory implements AutoCloseable {

    private static final CallSequencer.Limits LIMITS = new CallSequencer.Limits(200_000, 3, 50, 200, 5_000);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CallSequencer sequencer =
            new CallSequencer(LIMITS, this::write, this::refuse, new FailsAtOnce(), timer);
    private final Map<CallKey, Map<String, Leg>> stored = new HashMap<>();
    private final Map<CallKey, CallEntity> rows = new HashMap<>();
    private final LiveCalls live = new LiveCalls();
    private final List<LegReport> captured;
    private final TellsCall tells;
    private long calls;

    /** Takes the captured call of a real Asterisk that has this name as the pattern of all. */
    public CallsInMemory(NumberPlan plan, String name) {
        tells = new TellsCall(plan);
        captured = CapturedReports.of(new CapturedCase(name));
    }

    /** Lets calls come and go until so many have been there. */
    public void runUpTo(long count) {
        for (; calls < count; calls++) {
            var suffix = "-" + calls;
            captured.forEach(report -> sequencer.submit(
                    new CallKey("hotline", report.linkedid() + suffix), List.of(renamed(report, suffix))));
        }
    }

    /** Calls of which anything is still held: lines of the sequencer and calls of the live view. */
    public int held() {
        return sequencer.lines() + live.list().size() + stored.size();
    }

    @Override
    public void close() {
        sequencer.stop();
        timer.shutdownNow();
    }

    private CompletionStage<Void> write(Map<CallKey, List<LegReport>> reports) {
        reports.forEach(this::write);
        return CompletableFuture.completedFuture(null);
    }

    private void write(CallKey key, List<LegReport> reports) {
        var legs = stored.computeIfAbsent(key, it -> new HashMap<>());
        reports.forEach(
                report -> legs.merge(report.uniqueid(), Leg.first(report), (known, first) -> known.learn(report)));
        var row = rows.computeIfAbsent(key, CallEntity::of);
        row.take(tells.tell(key.linkedid(), legs.values(), null));
        live.accept(row.view(legs.values().stream()
                .map(leg -> CallLegEntity.of(key.pbx(), row.id, leg))
                .toList()));
        if (row.endedAt != null && legs.values().stream().noneMatch(Leg::isUp)) {
            stored.remove(key);
            rows.remove(key);
        }
    }

    private void refuse(CallKey key) {
        throw new IllegalStateException("no room for the news of " + key);
    }

    private static LegReport renamed(LegReport report, String suffix) {
        return new LegReport(
                report.linkedid() + suffix,
                report.uniqueid() + suffix,
                report.channel(),
                report.moment(),
                report.at(),
                report.callerNumber(),
                report.dialedNumber(),
                report.hangupCause(),
                report.source());
    }

    private static final class FailsAtOnce implements CallSequencer.Trouble {

        @Override
        public boolean isOwnFault(Throwable cause) {
            throw new IllegalStateException(cause);
        }

        @Override
        public boolean givesUp(CallKey key, Throwable cause, int attempt) {
            throw new IllegalStateException(cause);
        }
    }
}
