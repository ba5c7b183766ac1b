package org.rescueline.bench;

import java.time.Duration;
import java.util.Map;
import org.rescueline.testkit.CallsUnderFaults;
import org.rescueline.testkit.CallsUnderFaults.Strain;
import org.rescueline.testkit.TestCentre;

/**
 * Two thousand calls, during which the service is killed, its line to the switch is cut for a minute, the switch is started
 * anew and the database is stopped. The short form of it is a test.
 */
final class FaultsBench implements Benchmark {

    private static final Strain STRAIN =
            new Strain(2_000, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(20));

    @Override
    public void run(Metrics metrics) {
        try (var centre = TestCentre.start(
                "bench-faults", Map.of(), exchange -> exchange.withDesks(CallsUnderFaults.DESKS))) {
            var outcome = CallsUnderFaults.run(centre, STRAIN);
            metrics.put("offered", STRAIN.calls());
            metrics.put("taken", outcome.taken());
            metrics.put("spoken", outcome.spoken());
            metrics.put("inSwitchRecord", outcome.recorded());
            metrics.put("inLedger", outcome.ledger());
            metrics.put("differences", outcome.differences().size());
            outcome.differences().forEach(difference -> System.out.println("  " + difference));
        }
    }
}
