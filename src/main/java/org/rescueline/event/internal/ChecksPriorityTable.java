package org.rescueline.event.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rescueline.event.Condition;
import org.rescueline.event.EventKind;
import org.rescueline.event.PriorityRow;
import org.rescueline.event.QuestionCode;
import org.rescueline.event.QuestionType;
import org.rescueline.event.Questions;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;

/**
 * Refuses a priority table that could leave a case undecided, holds a row that can never decide, or asks about what is
 * never answered. Every wrong row is named, not only the first.
 */
final class ChecksPriorityTable {

    private static final int MOST_ROWS = 200;

    private final List<FieldProblem> problems = new ArrayList<>();

    private ChecksPriorityTable() {}

    /** The rows, numbered by their place. */
    static List<PriorityRow> checked(List<PriorityRow> rows) {
        var check = new ChecksPriorityTable();
        check.table(rows);
        if (!check.problems.isEmpty()) {
            throw Failure.invalid(check.problems);
        }
        return numbered(rows);
    }

    private void table(List<PriorityRow> rows) {
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            problem("rows", "event.priority-rows-count", Map.of("max", MOST_ROWS));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            row("rows[%d]".formatted(i), rows.get(i), i == rows.size() - 1);
        }
    }

    private void row(String field, PriorityRow row, boolean isLast) {
        if (row.conditions().isEmpty() != isLast) {
            problem(field, isLast ? "event.priority-last-row" : "event.priority-row-unconditional", Map.of());
        }
        for (int i = 0; i < row.conditions().size(); i++) {
            condition("%s.conditions[%d]".formatted(field, i), row.conditions().get(i));
        }
    }

    private void condition(String field, Condition condition) {
        if (condition.anyOf().isEmpty()) {
            problem(field + ".anyOf", "event.priority-values-missing", Map.of());
        }
        if (condition.about().equals(Condition.KIND)) {
            values(field, condition, ChecksPriorityTable::isKind);
            return;
        }
        var code = Stream.of(QuestionCode.values())
                .filter(each -> each.name().equals(condition.about()))
                .findFirst();
        if (code.isEmpty() || Questions.get(code.get()).type() == QuestionType.TEXT) {
            problem(field + ".about", "event.priority-question-unknown", Map.of("question", condition.about()));
            return;
        }
        values(field, condition, Questions.get(code.get())::accepts);
    }

    private void values(String field, Condition condition, Predicate<String> isKnown) {
        condition.anyOf().stream()
                .filter(isKnown.negate())
                .forEach(value -> problem(field + ".anyOf", "event.priority-value-unknown", Map.of("value", value)));
    }

    private static boolean isKind(String value) {
        return Stream.of(EventKind.values()).anyMatch(kind -> kind.name().equals(value));
    }

    private static List<PriorityRow> numbered(List<PriorityRow> rows) {
        var numbered = new ArrayList<PriorityRow>(rows.size());
        for (var row : rows) {
            numbered.add(new PriorityRow(numbered.size() + 1, row.conditions(), row.priority()));
        }
        return numbered;
    }

    private void problem(String field, String code, Map<String, Object> arguments) {
        problems.add(new FieldProblem(field, code, arguments));
    }
}
