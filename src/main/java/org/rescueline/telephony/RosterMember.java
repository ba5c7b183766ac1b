package org.rescueline.telephony;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A telephone in a queue of the switch, as the switch sees it now.
 *
 * @param pbx the switch that it is a telephone of
 * @param extension the operator's extension
 * @param endpoint the switch's name of the telephone; an operator may have several
 * @param penalty the skill: 0 to 9 takes rescues, 10 to 19 service, 20 and above complaints
 * @param pausedReason as whoever paused it said; null when not paused or not told
 * @param inUse whether it is the telephone that its operator has chosen, or the one on the desk where nobody has. The other
 *     one is always paused
 * @param lastCallAt when it last ended a call from this queue; null when it had none since the switch started
 */
public record RosterMember(
        String pbx,
        String extension,
        String endpoint,
        String queue,
        int penalty,
        State state,
        boolean paused,
        @Nullable String pausedReason,
        int callsTaken,
        boolean inUse,
        @Nullable Instant lastCallAt) {

    /** What the telephone does. */
    public enum State {
        FREE,
        RINGING,
        BUSY,
        /** Not signed on, or not to be reached. */
        AWAY
    }

    /** The same telephone, in use or not. */
    public RosterMember withInUse(boolean isInUse) {
        return new RosterMember(
                pbx, extension, endpoint, queue, penalty, state, paused, pausedReason, callsTaken, isInUse, lastCallAt);
    }

    /** Whether a call given to it now would ring. */
    public boolean isFree() {
        return state == State.FREE && !paused;
    }
}
