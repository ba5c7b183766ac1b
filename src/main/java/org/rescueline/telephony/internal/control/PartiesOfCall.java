package org.rescueline.telephony.internal.control;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallLegView;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.LegRole;

/**
 * Who is on the line of a call in progress, seen from one operator.
 *
 * @param pbx the switch that all of them are on
 * @param own the operator's leg
 * @param far the customer's leg
 * @param asked whom the operator asks, ringing or talking
 */
record PartiesOfCall(String pbx, CallLegView own, CallLegView far, Optional<CallLegView> asked) {

    private static final Comparator<CallLegView> BY_START = Comparator.comparing(CallLegView::startedAt);

    /** The parties; fails as CONFLICT when the operator or the customer is not on the line. */
    static PartiesOfCall of(CallView call, String extension) {
        var own = first(call, leg -> leg.role() == LegRole.OPERATOR && extension.equals(leg.extension()) && talks(leg))
                .orElseThrow(() -> Failure.conflict("telephony.not-on-the-line"));
        var far = farOf(call).orElseThrow(() -> Failure.conflict("telephony.not-on-the-line"));
        var asked = call.legs().stream()
                .filter(leg -> leg.endedAt() == null && leg.role() != LegRole.OTHER)
                .filter(leg -> !leg.equals(own) && !leg.equals(far))
                .max(BY_START);
        return new PartiesOfCall(call.pbx(), own, far, asked);
    }

    /** The customer's leg, if it is up. */
    static Optional<CallLegView> farOf(CallView call) {
        var role = call.direction() == CallDirection.INBOUND ? LegRole.CALLER : LegRole.CUSTOMER;
        return first(call, leg -> leg.role() == role && talks(leg));
    }

    /** Whom the operator asks; fails as CONFLICT when nobody has picked up. */
    CallLegView answeredAsked() {
        return asked.filter(PartiesOfCall::talks).orElseThrow(() -> Failure.conflict("telephony.nobody-asked"));
    }

    void requireNobodyAsked() {
        if (asked.isPresent()) {
            throw Failure.conflict("telephony.asked-already");
        }
    }

    List<CallLegView> staff() {
        return List.of(own, answeredAsked());
    }

    private static boolean talks(CallLegView leg) {
        return leg.answeredAt() != null && leg.endedAt() == null;
    }

    private static Optional<CallLegView> first(CallView call, Predicate<CallLegView> isIt) {
        return call.legs().stream().filter(isIt).min(BY_START);
    }
}
