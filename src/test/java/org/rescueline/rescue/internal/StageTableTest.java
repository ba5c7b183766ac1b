package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rescueline.rescue.PromiseKind;
import org.rescueline.rescue.RescueStage;

class StageTableTest {

    /** What must have happened before: no path leads past these. */
    private static final Map<RescueStage, Set<RescueStage>> COMES_AFTER = Map.ofEntries(
            Map.entry(RescueStage.ACCEPTED, Set.of(RescueStage.OFFERED)),
            Map.entry(RescueStage.DECLINED, Set.of(RescueStage.OFFERED)),
            Map.entry(RescueStage.UNANSWERED, Set.of(RescueStage.OFFERED)),
            Map.entry(RescueStage.DEPARTED, Set.of(RescueStage.ACCEPTED, RescueStage.SECOND_TRIP)),
            Map.entry(RescueStage.ARRIVED, Set.of(RescueStage.DEPARTED)),
            Map.entry(RescueStage.INSPECTING, Set.of(RescueStage.ARRIVED)),
            Map.entry(RescueStage.REPAIRING, Set.of(RescueStage.INSPECTING, RescueStage.WAITING_FOR_PARTS)),
            Map.entry(RescueStage.WAITING_FOR_PARTS, Set.of(RescueStage.REPAIRING)),
            Map.entry(RescueStage.SECOND_TRIP, Set.of(RescueStage.REPAIRING, RescueStage.WAITING_FOR_PARTS)),
            Map.entry(RescueStage.COMPLETED, Set.of(RescueStage.REPAIRING)),
            Map.entry(RescueStage.CALLBACK, Set.of(RescueStage.COMPLETED)),
            Map.entry(RescueStage.CLOSED, Set.of(RescueStage.CALLBACK)));

    @ParameterizedTest
    @EnumSource(RescueStage.class)
    void letsEveryOpenJobBeCancelledOrOfferedToAnotherStation(RescueStage stage) {
        assertThat(StageTable.allows(stage, RescueStage.CANCELLED)).isEqualTo(stage.isOpen());
        assertThat(StageTable.allows(stage, RescueStage.OFFERED)).isEqualTo(stage.isOpen());
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "CANCELLED"})
    void letsNothingHappenToAFinishedJob(RescueStage finished) {
        assertThat(StageTable.next(finished)).isEmpty();
    }

    @Test
    void neverGoesBackToPending() {
        for (var stage : RescueStage.values()) {
            assertThat(StageTable.allows(stage, RescueStage.PENDING)).isFalse();
        }
    }

    @Property(tries = 2_000, seed = "42")
    void leadsNoPathPastTheRules(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 1_000) Integer> choices) {
        // Given: a job that takes whatever steps chance picks among those allowed
        var path = new ArrayList<>(List.of(RescueStage.PENDING));
        for (int choice : choices) {
            var next = StageTable.next(path.get(path.size() - 1));
            if (!next.isEmpty()) {
                path.add(next.get(choice % next.size()));
            }
        }

        // Then
        for (int at = 1; at < path.size(); at++) {
            var before = path.get(at - 1);
            var allowedBefore = COMES_AFTER.getOrDefault(path.get(at), openStages());
            assertThat(allowedBefore).as("%s in %s", path.get(at), path).contains(before);
            assertThat(before.isOpen()).isTrue();
        }
    }

    @Test
    void reachesEveryStage() {
        // Given
        var reached = EnumSet.of(RescueStage.PENDING);

        // When
        var before = EnumSet.noneOf(RescueStage.class);
        while (!before.equals(reached)) {
            before = EnumSet.copyOf(reached);
            before.forEach(stage -> reached.addAll(StageTable.next(stage)));
        }

        // Then
        assertThat(reached).containsExactlyInAnyOrder(RescueStage.values());
    }

    @Test
    void wantsAReasonFromWhoeverRefusesSendsHomeOrGivesUp() {
        for (var stage : RescueStage.values()) {
            assertThat(StageTable.needsReason(stage))
                    .isEqualTo(Set.of(RescueStage.DECLINED, RescueStage.SECOND_TRIP, RescueStage.CANCELLED)
                            .contains(stage));
        }
    }

    @ParameterizedTest
    @EnumSource(RescueStage.class)
    void runsAClockForEveryOpenStageAndForNoOther(RescueStage stage) {
        assertThat(PromiseKind.at(stage).isPresent()).isEqualTo(stage.isOpen());
    }

    private static Set<RescueStage> openStages() {
        var open = EnumSet.allOf(RescueStage.class);
        open.removeIf(stage -> !stage.isOpen());
        return open;
    }
}
