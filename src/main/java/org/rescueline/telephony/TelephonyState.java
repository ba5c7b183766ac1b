package org.rescueline.telephony;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fresh our view of the telephones is; of several switches it is that of the one heard of longest ago.
 *
 * @param mode {@link Mode#DOWN} as long as one of them is away
 * @param pbx the first attached switch's name; null before one is attached
 * @param lastHeardAt when the switch last said anything
 * @param viewAgeMillis milliseconds since then; null before it ever spoke
 * @param waitingCalls inbound callers who wait for a person
 * @param switches each by itself, the first one first
 */
public record TelephonyState(
        Mode mode,
        @Nullable String pbx,
        boolean connected,
        @Nullable Instant lastHeardAt,
        @Nullable Long viewAgeMillis,
        int waitingCalls,
        List<Switch> switches) {

    public TelephonyState {
        switches = List.copyOf(switches);
    }

    /**
     * One attached switch.
     *
     * @param listening whether this node writes its news into the ledger; false while another node does
     */
    public record Switch(
            String pbx,
            Mode mode,
            boolean listening,
            @Nullable Instant lastHeardAt) {}

    /** Whether any switch can be told something. */
    public boolean hasConnection() {
        return connected || switches.stream().anyMatch(one -> one.mode() != Mode.DOWN);
    }

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
