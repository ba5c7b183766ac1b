package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.CallsUnderFaults;
import org.rescueline.testkit.CallsUnderFaults.Strain;
import org.rescueline.testkit.TestCentre;

/** The short form of the benchmark {@code faults}: everything breaks once while callers ring. */
class LedgerUnderFaultsIT {

    private static final Strain SHORT =
            new Strain(60, Duration.ofSeconds(40), Duration.ofSeconds(3), Duration.ofSeconds(3));

    @Test
    void theLedgerEqualsTheSwitchsRecordAndTheCallersOwnCount() {
        try (var centre =
                TestCentre.start("under-faults", Map.of(), exchange -> exchange.withDesks(CallsUnderFaults.DESKS))) {
            // Given
            var strain = SHORT;

            // When
            var outcome = CallsUnderFaults.run(centre, strain);

            // Then
            assertThat(outcome.differences()).as("%s", outcome).isEmpty();
            assertThat(outcome.taken()).isGreaterThan(strain.calls() * 9 / 10);
            assertThat(outcome.spoken()).isGreaterThan(strain.calls() * 6 / 10);
        }
    }
}
