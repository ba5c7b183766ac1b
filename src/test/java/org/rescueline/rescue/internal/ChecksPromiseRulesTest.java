package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rescueline.rescue.PromiseKind;
import org.rescueline.rescue.PromiseRule;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;

class ChecksPromiseRulesTest {

    private static final PromiseRule SOUND = new PromiseRule(PromiseKind.ARRIVE, 100, "NW", 22, 6, null, 180);

    @Test
    void letsASoundTablePass() {
        assertThatCode(() -> ChecksPromiseRules.require(List.of(SOUND))).doesNotThrowAnyException();
    }

    @Test
    void namesEveryWrongFieldByItsRow() {
        // Given
        var nonsense = new PromiseRule(null, 0, " ", 24, 0, null, 0);
        var halfHours = new PromiseRule(PromiseKind.ARRIVE, null, null, 5, null, null, 10);

        // When
        var refused = catchThrowableOfType(
                Failure.class, () -> ChecksPromiseRules.require(List.of(SOUND, nonsense, halfHours)));

        // Then
        assertThat(refused.fields())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "rules[1].kind",
                        "rules[1].minutes",
                        "rules[1].upToKm",
                        "rules[1].fromHour",
                        "rules[1].toHour",
                        "rules[1].area",
                        "rules[2].toHour");
    }

    @Test
    void refusesAnEmptyTableAndAnEndlessOne() {
        assertThat(catchThrowableOfType(Failure.class, () -> ChecksPromiseRules.require(List.of()))
                        .code())
                .isEqualTo("rescue.promise-rows");
        assertThat(catchThrowableOfType(
                                Failure.class, () -> ChecksPromiseRules.require(Collections.nCopies(501, SOUND)))
                        .code())
                .isEqualTo("rescue.promise-rows");
    }
}
