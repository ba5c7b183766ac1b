package org.rescueline.telephony.internal.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rescueline.shared.FailureKind;
import org.rescueline.shared.Failures;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.fold.LegReport;

/**
 * Where news of calls waits for the database. The way in never waits; what it cannot take is noted as a {@link Gap} and
 * mended from the switch's record.
 */
@ApplicationScoped
public class LedgerFeed {

    private static final Logger LOG = Logger.getLogger(LedgerFeed.class);

    /** A batch that fails this often for a reason of its own would fail for ever. */
    private static final int GIVE_UP_AFTER = 5;

    private final CallSequencer sequencer;
    private final Gap gap;
    private final Clock clock;
    private final Counter leftOut;
    private final ScheduledExecutorService timer;

    @Inject
    LedgerFeed(
            TelephonyConfig config,
            CallLedger ledger,
            ReactiveBridge bridge,
            Gap gap,
            Clock clock,
            MeterRegistry meters) {
        this.gap = gap;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "ledger-retry");
            thread.setDaemon(true);
            return thread;
        });
        var settings = config.ledger();
        this.sequencer = new CallSequencer(
                new CallSequencer.Limits(
                        settings.waitingEvents(),
                        settings.writers(),
                        settings.callsTogether(),
                        settings.retryPause().toMillis(),
                        settings.longestRetryPause().toMillis()),
                reports -> bridge.run("telephony-ledger", settings.writeTimeout(), writing(ledger, reports)),
                this::onLeftOut,
                new JudgesFailure(),
                timer);
        this.leftOut = Counter.builder("rescueline.telephony.events.left.out")
                .description("Events that the ledger could not take; their calls are rebuilt from the record")
                .register(meters);
        Gauge.builder("rescueline.telephony.events.waiting", sequencer, CallSequencer::waiting)
                .description("Events that wait to be written")
                .register(meters);
    }

    /** Takes news of a call; returns at once. */
    public void accept(CallKey key, LegReport report) {
        sequencer.submit(key, List.of(report));
    }

    /** Takes what the record says of a call; returns at once. */
    public void accept(CallKey key, List<LegReport> reports) {
        sequencer.submit(key, reports);
    }

    /** Events that wait or are being written. */
    public int waiting() {
        return sequencer.waiting();
    }

    @PreDestroy
    void stop() {
        sequencer.stop();
        timer.shutdownNow();
    }

    private void onLeftOut(CallKey key) {
        leftOut.increment();
        gap.open(key.pbx(), clock.instant(), "events left out");
    }

    /** Past the deadline the writing goes on while the same lists are filled further, so it has copies of its own. */
    private static Supplier<Uni<Void>> writing(CallLedger ledger, Map<CallKey, List<LegReport>> reports) {
        var copies = new LinkedHashMap<CallKey, List<LegReport>>();
        reports.forEach((key, waiting) -> copies.put(key, List.copyOf(waiting)));
        return () -> ledger.write(copies);
    }

    private static final class JudgesFailure implements CallSequencer.Trouble {

        @Override
        public boolean isOwnFault(Throwable cause) {
            return Failures.of(cause).kind() == FailureKind.BUG;
        }

        @Override
        public boolean givesUp(CallKey key, Throwable cause, int attempt) {
            if (isOwnFault(cause) && attempt >= GIVE_UP_AFTER) {
                LOG.errorf(cause, "The news of call %s cannot be written and is left to the rebuild", key);
                return true;
            }
            return false;
        }
    }
}
