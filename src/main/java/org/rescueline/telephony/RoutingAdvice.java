package org.rescueline.telephony;

import org.jspecify.annotations.Nullable;

/**
 * Where a caller should stand in the queue.
 *
 * @param priority the queue priority, 0 for everybody and higher for earlier, at most 100
 * @param preferredExtension an operator to ring first, for instance the owner of the caller's open event
 */
public record RoutingAdvice(int priority, @Nullable String preferredExtension) {

    /** Nothing known: the caller waits in turn. */
    public static final RoutingAdvice NONE = new RoutingAdvice(0, null);

    public RoutingAdvice {
        if (priority < 0 || priority > 100) {
            throw new IllegalArgumentException("queue priority 0 to 100: " + priority);
        }
        if (preferredExtension != null && !preferredExtension.matches("[0-9]{2,8}")) {
            throw new IllegalArgumentException("an extension is 2 to 8 digits: " + preferredExtension);
        }
    }
}
