package org.rescueline.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table that turns kind and answers into a priority. An administrator edits it as a whole; every edit is a new
 * version, and old versions stay.
 *
 * @param version counts up from 1
 * @param rows ordered; the last has no conditions, so every case gets a priority
 */
public record PriorityTable(long version, List<PriorityRow> rows, Instant changedAt, String changedBy) {

    /** Checks the law that makes {@link #decide} total. */
    public PriorityTable {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || !rows.get(rows.size() - 1).conditions().isEmpty()) {
            throw new IllegalArgumentException("The last row of a priority table must be without conditions");
        }
    }

    /** What the table says, and which row said it. */
    public record Decision(Priority priority, PriorityRule rule) {}

    /** The first row whose conditions all hold. */
    public Decision decide(@Nullable EventKind kind, Map<QuestionCode, String> answers) {
        for (var row : rows) {
            if (row.matches(kind, answers)) {
                return new Decision(row.priority(), new PriorityRule(version, row.row(), row.conditions()));
            }
        }
        throw new IllegalStateException("A priority table without a last row cannot be built");
    }
}
