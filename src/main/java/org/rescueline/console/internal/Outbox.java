package org.rescueline.console.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one page. News waits in order; of news that tells how a thing is now, the newer takes the place of what
 * still waits about the same thing, and goes to the end. Nothing else is dropped: when too much waits, the outbox overflows
 * and the page has to come back. Of a state only the newest waits. Not thread-safe; the page guards it.
 */
final class Outbox {

    private final int limit;
    private final Map<Object, Supplier<String>> news = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> states = new LinkedHashMap<>();

    Outbox(int limit) {
        this.limit = limit;
    }

    /** Adds news of a thing in the place of older news of it that still waits; false when there is no room left. */
    boolean add(Object subject, Supplier<String> text) {
        news.remove(subject);
        if (news.size() >= limit) {
            return false;
        }
        news.put(subject, text);
        return true;
    }

    /** Puts the state in the place of an older one that still waits. */
    void put(String state, Supplier<String> text) {
        states.put(state, text);
    }

    /** What goes next, news first; null when nothing waits. */
    @Nullable
    Supplier<String> next() {
        return takeFirst(news.isEmpty() ? states : news);
    }

    private static @Nullable Supplier<String> takeFirst(Map<?, Supplier<String>> waiting) {
        var entries = waiting.entrySet().iterator();
        if (!entries.hasNext()) {
            return null;
        }
        var first = entries.next().getValue();
        entries.remove();
        return first;
    }

    void clear() {
        news.clear();
        states.clear();
    }
}
