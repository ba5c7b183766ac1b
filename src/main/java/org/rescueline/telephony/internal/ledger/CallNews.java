package org.rescueline.telephony.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.CallAbandoned;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallChanged;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallEnded;
import org.rescueline.telephony.CallOffered;
import org.rescueline.telephony.CallQueued;
import org.rescueline.telephony.CallRinging;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.CallView;

/**
 * What is worth telling about a change of a call. The named facts speak of inbound calls alone; of the others only
 * {@link CallChanged} is told.
 */
final class CallNews {

    private CallNews() {}

    /**
     * The facts between two states of a call, in the order of a call's life.
     *
     * @param before null for a call just learnt of
     */
    static List<Object> between(@Nullable CallView before, CallView after) {
        if (after.equals(before)) {
            return List.of();
        }
        var facts = new ArrayList<>();
        if (after.direction() == CallDirection.INBOUND) {
            inbound(before, after, facts);
        }
        facts.add(new CallChanged(after.id(), after));
        return facts;
    }

    private static void inbound(@Nullable CallView before, CallView after, List<Object> facts) {
        if (before == null) {
            facts.add(new CallOffered(after.id(), after));
        }
        if (after.state() == CallState.QUEUED && (before == null || before.queuedAt() == null)) {
            facts.add(new CallQueued(after.id(), after));
        }
        after.ringingExtensions().stream()
                .filter(extension ->
                        before == null || !before.ringingExtensions().contains(extension))
                .map(extension -> new CallRinging(after.id(), extension, after))
                .forEach(facts::add);
        answered(before, after, facts);
        if (after.state() == CallState.ENDED && (before == null || before.state() != CallState.ENDED)) {
            facts.add(new CallEnded(after.id(), after));
        }
        if (after.state() == CallState.ABANDONED && (before == null || before.state() != CallState.ABANDONED)) {
            facts.add(new CallAbandoned(after.id(), after));
        }
    }

    private static void answered(@Nullable CallView before, CallView after, List<Object> facts) {
        var operator = after.operatorExtension();
        if (operator != null && (before == null || !Objects.equals(before.operatorExtension(), operator))) {
            facts.add(new CallAnswered(after.id(), operator, after));
        }
    }

    /** Whether losing the fact would lose work, so that it goes through the outbox as well. */
    static boolean mustArrive(Object fact) {
        return fact instanceof CallAnswered || fact instanceof CallAbandoned;
    }
}
