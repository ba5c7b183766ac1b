package org.rescueline.console.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one page. News waits in order and is never dropped: when too much of it waits, the outbox overflows and
 * the page has to come back. Of a state only the newest waits. Not thread-safe; the page guards it.
 */
final class Outbox {

    private final int limit;
    private final Deque<Supplier<String>> news = new ArrayDeque<>();
    private final Map<String, Supplier<String>> states = new LinkedHashMap<>();

    Outbox(int limit) {
        this.limit = limit;
    }

    /** Adds news; false when there is no room left. */
    boolean add(Supplier<String> text) {
        return news.size() < limit && news.add(text);
    }

    /** Puts the state in the place of an older one that still waits. */
    void put(String state, Supplier<String> text) {
        states.put(state, text);
    }

    /** What goes next, news first; null when nothing waits. */
    @Nullable
    Supplier<String> next() {
        var first = news.poll();
        if (first != null) {
            return first;
        }
        var entries = states.entrySet().iterator();
        if (!entries.hasNext()) {
            return null;
        }
        var state = entries.next().getValue();
        entries.remove();
        return state;
    }

    void clear() {
        news.clear();
        states.clear();
    }
}
