package org.rescueline.rescue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.PromiseRule;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;

/** Refuses a table of promises that could not mean anything; every wrong field is told at once. */
final class ChecksPromiseRules {

    private static final int MOST_ROWS = 500;
    private static final int LONGEST_MINUTES = 60 * 24 * 30;
    private static final int FARTHEST_KM = 10_000;
    private static final int LONGEST_AREA = 32;

    private ChecksPromiseRules() {}

    static void require(List<PromiseRule> rules) {
        if (rules.isEmpty() || rules.size() > MOST_ROWS) {
            throw Failure.invalid("rules", "rescue.promise-rows", Map.of("max", MOST_ROWS));
        }
        var problems = new ArrayList<FieldProblem>();
        for (int row = 0; row < rules.size(); row++) {
            check(rules.get(row), "rules[" + row + "].", problems);
        }
        if (!problems.isEmpty()) {
            throw Failure.invalid(problems);
        }
    }

    // A row read from JSON may lack what the type says it has.
    private static void check(PromiseRule rule, String field, List<FieldProblem> problems) {
        if (Objects.isNull(rule.kind())) {
            problems.add(new FieldProblem(field + "kind", "shared.field-required", Map.of()));
        }
        within(field + "minutes", rule.minutes(), 1, LONGEST_MINUTES, problems);
        within(field + "upToKm", rule.upToKm(), 1, FARTHEST_KM, problems);
        within(field + "fromHour", rule.fromHour(), 0, 23, problems);
        within(field + "toHour", rule.toHour(), 1, 24, problems);
        if ((rule.fromHour() == null) != (rule.toHour() == null)
                || (rule.fromHour() != null && rule.fromHour().equals(rule.toHour()))) {
            problems.add(new FieldProblem(field + "toHour", "rescue.promise-hours", Map.of()));
        }
        if (rule.area() != null && (rule.area().isBlank() || rule.area().length() > LONGEST_AREA)) {
            problems.add(new FieldProblem(field + "area", "rescue.promise-area", Map.of("max", LONGEST_AREA)));
        }
    }

    private static void within(String field, @Nullable Integer value, int min, int max, List<FieldProblem> problems) {
        if (value != null && (value < min || value > max)) {
            problems.add(new FieldProblem(field, "rescue.number-out-of-range", Map.of("min", min, "max", max)));
        }
    }
}
