package org.rescueline.shared;

import java.util.Map;

/**
 * One field to sort by.
 *
 * @param field as the caller names it; never put into a query as it is, see {@link SortFields}
 * @param descending downwards
 */
public record SortKey(String field, boolean descending) {

    static SortKey parse(String text) {
        var descending = text.startsWith("-");
        var field = descending ? text.substring(1) : text;
        if (!field.matches("[A-Za-z][A-Za-z0-9.]{0,63}")) {
            throw Failure.invalid("sort", "shared.sort-unknown", Map.of("field", field));
        }
        return new SortKey(field, descending);
    }
}
