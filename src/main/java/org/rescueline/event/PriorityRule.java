package org.rescueline.event;

import java.util.List;

/**
 * The row of the priority table that decided a case, kept as it read at that moment: the table may be edited later, the
 * reason may not.
 *
 * @param version version of the table
 * @param row row in that version, from 1
 */
public record PriorityRule(long version, int row, List<Condition> conditions) {

    /** Defensive copy. */
    public PriorityRule {
        conditions = List.copyOf(conditions);
    }
}
