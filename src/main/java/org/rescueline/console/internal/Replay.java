package org.rescueline.console.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The feed's memory: the newest messages in the order of their numbers, without gaps. Not thread-safe; the feed guards it.
 */
final class Replay {

    /** Beyond this many messages nobody waits for them any more, except a page that resumes. */
    private static final int KEPT_WRITTEN = 256;

    private final @Nullable LiveMessage[] ring;
    private long newest;

    Replay(int capacity) {
        this.ring = new LiveMessage[capacity];
    }

    /** The number of the newest message; 0 before the first one. */
    long newest() {
        return newest;
    }

    void add(LiveMessage message) {
        newest = message.seq();
        ring[slot(newest)] = message;
        var cold = newest - KEPT_WRITTEN > oldest() ? ring[slot(newest - KEPT_WRITTEN)] : null;
        if (cold != null) {
            cold.forgetText();
        }
    }

    /** What came after {@code seq}, or empty when some of that is no longer known or {@code seq} was never reached. */
    Optional<List<LiveMessage>> since(long seq) {
        if (seq > newest || seq < oldest() - 1) {
            return Optional.empty();
        }
        var missed = new ArrayList<LiveMessage>();
        for (var next = seq + 1; next <= newest; next++) {
            var message = ring[slot(next)];
            if (message != null) {
                missed.add(message);
            }
        }
        return Optional.of(missed);
    }

    private long oldest() {
        return Math.max(1, newest - ring.length + 1);
    }

    private int slot(long seq) {
        return (int) (seq % ring.length);
    }
}
