package org.rescueline.telephony;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh our view of the telephones is.
 *
 * @param pbx the attached switch's name; null before one is attached
 * @param lastHeardAt when the switch last said anything
 * @param viewAgeMillis milliseconds since then; null before it ever spoke
 * @param waitingCalls inbound callers who wait for a person
 */
public record TelephonyState(
        Mode mode,
        @Nullable String pbx,
        boolean connected,
        @Nullable Instant lastHeardAt,
        @Nullable Long viewAgeMillis,
        int waitingCalls) {

    /** What stands behind the view. */
    public enum Mode {
        /** A real Asterisk is attached and connected. */
        ASTERISK,
        /** The built-in hotline simulator is attached and connected. */
        SIMULATOR,
        /** No switch is connected: the view is old. Callers still reach people, the switch does that alone. */
        DOWN
    }
}
