package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rescueline.event.QuestionCode;
import org.rescueline.station.Capability;

class DerivesNeedTest {

    private static final Map<QuestionCode, String> WONT_START = Map.of(QuestionCode.ENGINE, "WONT_START");

    @Test
    void asksForTheEngineMakersNetworkWhenTheEngineIsConcerned() {
        assertThat(DerivesNeed.of("潍柴 WP13", "X5000", WONT_START)).isEqualTo(Set.of(Capability.ENGINE_WEICHAI));
        assertThat(DerivesNeed.of("Cummins ISM", "X3000", Map.of(QuestionCode.WARNING_LAMP, "OIL")))
                .isEqualTo(Set.of(Capability.ENGINE_CUMMINS));
    }

    @Test
    void rulesNoStationOutForAnEngineThatRuns() {
        assertThat(DerivesNeed.of(
                        "潍柴 WP13", "X5000", Map.of(QuestionCode.ENGINE, "RUNS", QuestionCode.WARNING_LAMP, "NONE")))
                .isEmpty();
    }

    @Test
    void asksForHighVoltageTrainingWhateverIsBroken() {
        assertThat(DerivesNeed.of(null, "X5000 换电牵引车", Map.of())).isEqualTo(Set.of(Capability.NEW_ENERGY));
    }

    @Test
    void asksForNothingWhenNothingIsKnown() {
        assertThat(DerivesNeed.of(null, null, WONT_START)).isEmpty();
    }
}
