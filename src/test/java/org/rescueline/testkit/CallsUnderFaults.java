package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Calls one after the other while everything around the ledger breaks: the service is killed, its line to the switch is
 * cut, the switch is started anew, the database is stopped. Afterwards the ledger is held against the switch's own record
 * and SIPp's count.
 */
public final class CallsUnderFaults {

    /** Desks that one needs who wants to run it. */
    public static final int DESKS = 40;

    private static final CallCrowd.Manners DESK = new CallCrowd.Manners(Duration.ofMillis(600), Duration.ofMillis(900));
    private static final long FIRST_NUMBER = 13_900_000_000L;
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final TestCentre centre;
    private final Strain strain;
    private final List<Instant> switchStops = new ArrayList<>();

    /**
     * How hard it is made.
     *
     * @param calls how many callers there are
     * @param over how long it takes until all have begun to ring
     * @param cut how long the line to the switch is cut
     * @param databaseAway how long the database is stopped
     */
    public record Strain(int calls, Duration over, Duration cut, Duration databaseAway) {}

    private CallsUnderFaults(TestCentre centre, Strain strain) {
        this.centre = centre;
        this.strain = strain;
    }

    /** Runs it in a centre whose switch has {@link #DESKS} desks and whose ledger is empty. */
    public static LedgerComparison.Outcome run(TestCentre centre, Strain strain) {
        return new CallsUnderFaults(centre, strain).run();
    }

    private LedgerComparison.Outcome run() {
        try (var crowd = CallCrowd.seat(centre.exchange(), DESK)) {
            crowd.ring(CallCrowd.callers(FIRST_NUMBER, strain.calls()), strain.over());
            // Each fault begins once so many more have rung, so that callers come before, during and after all of them.
            breakAfter(crowd, 1, this::killService);
            breakAfter(crowd, 2, this::cutLine);
            breakAfter(crowd, 3, this::restartSwitch);
            breakAfter(crowd, 4, this::stopDatabase);
            crowd.awaitEnd(strain.over().plusMinutes(3));
            return settled(new LedgerComparison(centre.database(), "hotline", centre.exchange(), crowd, switchStops));
        }
    }

    private static LedgerComparison.Outcome settled(LedgerComparison comparison) {
        try {
            await("the ledger agrees")
                    .atMost(SETTLED)
                    .until(() -> comparison.compare().differences().isEmpty());
        } catch (ConditionTimeoutException stillDifferent) {
            // The outcome says what differs.
        }
        return comparison.compare();
    }

    private void breakAfter(CallCrowd crowd, int sixths, Runnable fault) {
        int enough = strain.calls() * sixths / 6;
        await("callers")
                .atMost(strain.over().plusMinutes(1))
                .until(() -> crowd.taken().size() >= enough);
        if (!crowd.isRinging()) {
            throw new IllegalStateException("all callers are gone before the last fault; let them come more slowly");
        }
        fault.run();
    }

    private void killService() {
        centre.service().kill9();
        centre.service().start();
        centre.awaitAttached();
    }

    private void cutLine() {
        centre.line().cut();
        pass(strain.cut());
        centre.line().mend();
        centre.awaitAttached();
    }

    private void restartSwitch() {
        switchStops.add(Instant.now());
        centre.exchange().kill();
        centre.exchange().start();
        centre.awaitAttached();
    }

    private void stopDatabase() {
        centre.database().stop();
        pass(strain.databaseAway());
        centre.database().start();
    }

    /** A fault lasts as long as it was told to; nothing is awaited in the meantime. */
    private static void pass(Duration duration) {
        var end = Instant.now().plus(duration);
        await().atMost(duration.plusSeconds(5)).until(() -> Instant.now().isAfter(end));
    }
}
