package org.rescueline.console.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page wants to go on.
 *
 * @param epoch of the greeting it last got; null for a page that was never here
 * @param since the number of the last message it saw
 */
record LiveQuery(@Nullable String epoch, long since) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** What cannot be read is nothing to go on from: the page then reads everything anew. */
    static LiveQuery parse(@Nullable String query) {
        Map<String, List<String>> values = query == null ? Map.of() : new QueryStringDecoder(query, false).parameters();
        var since = first(values, "since");
        return since == null || !NUMBER.matcher(since).matches()
                ? new LiveQuery(null, 0)
                : new LiveQuery(first(values, "epoch"), Long.parseLong(since));
    }

    private static @Nullable String first(Map<String, List<String>> values, String name) {
        var found = values.get(name);
        return found == null || found.isEmpty() ? null : found.get(0);
    }
}
