package org.rescueline.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the priority table.
 *
 * @param row place in the table, from 1; the first row whose conditions all hold decides
 * @param conditions all must hold; none means "whatever is left"
 */
public record PriorityRow(int row, List<Condition> conditions, Priority priority) {

    /** Defensive copy, so that a stored table cannot be changed by a reader. */
    public PriorityRow {
        conditions = List.copyOf(conditions);
    }

    boolean matches(@Nullable EventKind kind, Map<QuestionCode, String> answers) {
        return conditions.stream().allMatch(condition -> condition.holds(kind, answers));
    }
}
