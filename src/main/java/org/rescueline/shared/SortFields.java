package org.rescueline.shared;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields a list may be sorted by, each with the expression that stands for it in the query. Only what is written
 * here reaches the database; what the caller wrote is looked up and never passed on.
 */
public final class SortFields {

    private final Map<String, String> expressions;
    private final String otherwise;

    private SortFields(Map<String, String> expressions, String otherwise) {
        this.expressions = Map.copyOf(expressions);
        this.otherwise = otherwise;
    }

    /**
     * Lists the fields.
     *
     * @param expressions field as the caller names it → column or HQL path
     * @param otherwise the whole clause when nothing is asked for, such as {@code openedAt desc, id}; its last part
     *     is a unique column, also appended to every other order, or pages would overlap
     */
    public static SortFields of(Map<String, String> expressions, String otherwise) {
        return new SortFields(expressions, otherwise);
    }

    /**
     * What to write after {@code order by}.
     *
     * @throws Failure INVALID when a field is not in the list
     */
    public String orderBy(List<SortKey> keys) {
        if (keys.isEmpty()) {
            return otherwise;
        }
        return keys.stream().map(this::clause).collect(Collectors.joining(", ", "", ", " + tieBreak()));
    }

    private String clause(SortKey key) {
        var expression = expressions.get(key.field());
        if (expression == null) {
            throw Failure.invalid("sort", "shared.sort-unknown", Map.of("field", key.field()));
        }
        return expression + (key.descending() ? " desc" : " asc");
    }

    private String tieBreak() {
        return otherwise.substring(otherwise.lastIndexOf(',') + 1).strip();
    }
}
