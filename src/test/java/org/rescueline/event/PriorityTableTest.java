package org.rescueline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriorityTableTest {

    private static final Condition ON_THE_SHOULDER = new Condition("STOPPED_ON", List.of("LANE", "SHOULDER"));
    private static final Condition WONT_START = new Condition("ENGINE", List.of("WONT_START"));
    private static final Condition HURT = new Condition("INJURIES", List.of("YES"));
    private static final Condition RESCUE = new Condition(Condition.KIND, List.of("EMERGENCY_RESCUE"));

    private static final PriorityTable TABLE = table(
            new PriorityRow(1, List.of(HURT), Priority.P1),
            new PriorityRow(2, List.of(RESCUE, ON_THE_SHOULDER, WONT_START), Priority.P2),
            new PriorityRow(3, List.of(RESCUE), Priority.P3),
            new PriorityRow(4, List.of(), Priority.P4));

    @Test
    void letsTheFirstRowWhoseConditionsAllHoldDecide() {
        // When
        var decision = TABLE.decide(
                EventKind.EMERGENCY_RESCUE,
                Map.of(QuestionCode.STOPPED_ON, "SHOULDER", QuestionCode.ENGINE, "WONT_START"));

        // Then
        assertThat(decision.priority()).isEqualTo(Priority.P2);
        assertThat(decision.rule()).isEqualTo(new PriorityRule(14, 2, List.of(RESCUE, ON_THE_SHOULDER, WONT_START)));
    }

    @Test
    void takesNoUnansweredQuestionForAnAnswer() {
        // When
        var decision = TABLE.decide(EventKind.EMERGENCY_RESCUE, Map.of(QuestionCode.ENGINE, "WONT_START"));

        // Then
        assertThat(decision.priority()).isEqualTo(Priority.P3);
    }

    @Test
    void refusesATableThatCouldLeaveACaseUndecided() {
        // When, Then
        assertThatThrownBy(() -> table(new PriorityRow(1, List.of(HURT), Priority.P1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void decidesEveryCaseByARowOfWhichNoEarlierOneMatches(
            @ForAll("answers") Map<QuestionCode, String> answers, @ForAll("kinds") @Nullable EventKind kind) {
        // When
        var decision = TABLE.decide(kind, answers);

        // Then
        int decided = decision.rule().row();
        assertThat(TABLE.rows().get(decided - 1).matches(kind, answers)).isTrue();
        assertThat(TABLE.rows().subList(0, decided - 1)).noneMatch(row -> row.matches(kind, answers));
    }

    @Property
    void keepsAnyCaseWithInjuriesAtTheTopWhateverElseIsAnswered(
            @ForAll("answers") Map<QuestionCode, String> answers, @ForAll("kinds") @Nullable EventKind kind) {
        // Given
        var withInjuries = new HashMap<>(answers);
        withInjuries.put(QuestionCode.INJURIES, "YES");

        // When
        var decision = TABLE.decide(kind, withInjuries);

        // Then
        assertThat(decision.priority()).isEqualTo(Priority.P1);
    }

    @Provide
    Arbitrary<@Nullable EventKind> kinds() {
        return Arbitraries.of(EventKind.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Map<QuestionCode, String>> answers() {
        var answer = Combinators.combine(
                        Arbitraries.of(Questions.all()), Arbitraries.integers().between(0, 10))
                .as((question, index) -> Map.entry(
                        question.code(),
                        question.choices().isEmpty()
                                ? "SPN 110 FMI 0"
                                : question.choices()
                                        .get(index % question.choices().size())
                                        .value()));
        return answer.list().ofMaxSize(9).map(entries -> {
            var map = new HashMap<QuestionCode, String>();
            entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
            return map;
        });
    }

    private static PriorityTable table(PriorityRow... rows) {
        return new PriorityTable(14, List.of(rows), Instant.EPOCH, "test");
    }
}
