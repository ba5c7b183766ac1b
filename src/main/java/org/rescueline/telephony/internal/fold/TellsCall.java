package org.rescueline.telephony.internal.fold;

import static org.rescueline.telephony.CallDirection.INBOUND;
import static org.rescueline.telephony.CallDirection.INTERNAL;
import static org.rescueline.telephony.CallDirection.OUTBOUND;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.LegRole;

/**
 * Tells what a call is from its legs.
 *
 * <p>The first leg, whose Uniqueid is the Linkedid, says who placed the call: the trunk, then it is inbound; a desk
 * phone that rings the outside, then it is outbound; a desk phone that rings another, then it is internal. A call we
 * ordered is outbound whatever its first leg is, because a callback begins at the operator's phone.
 */
public final class TellsCall {

    private final NumberPlan plan;

    public TellsCall(NumberPlan plan) {
        this.plan = plan;
    }

    /**
     * The story of a call.
     *
     * @param legs at least one
     * @param purpose why we ordered it; null for a call we did not order
     */
    public CallStory tell(String linkedid, Collection<Leg> legs, @Nullable DialPurpose purpose) {
        var ordered = legs.stream()
                .sorted(Comparator.comparing(Leg::startedAt).thenComparing(Leg::uniqueid))
                .toList();
        var first = firstOf(linkedid, ordered);
        var direction = directionOf(first, ordered, purpose);
        var played = ordered.stream()
                .map(leg -> play(leg, leg == first, direction, purpose))
                .toList();
        var firstPlayed = played.get(ordered.indexOf(first));
        return direction == INBOUND
                ? InboundStory.of(firstPlayed, played)
                : OutboundStory.of(direction, purpose, firstPlayed, played);
    }

    /** A leg we missed may be the first; then the earliest one that leads to somebody stands in for it. */
    private Leg firstOf(String linkedid, List<Leg> ordered) {
        return ordered.stream()
                .filter(leg -> leg.uniqueid().equals(linkedid))
                .findFirst()
                .or(() -> ordered.stream().filter(this::leadsToSomebody).findFirst())
                .orElse(ordered.get(0));
    }

    private boolean leadsToSomebody(Leg leg) {
        return plan.isTrunk(leg.channel()) || plan.extensionOf(leg.channel()).isPresent();
    }

    private CallDirection directionOf(Leg first, List<Leg> legs, @Nullable DialPurpose purpose) {
        if (purpose != null) {
            return OUTBOUND;
        }
        if (plan.extensionOf(first.channel()).isEmpty()) {
            return INBOUND;
        }
        return legs.stream().anyMatch(leg -> plan.isTrunk(leg.channel())) ? OUTBOUND : INTERNAL;
    }

    private PlayedLeg play(Leg leg, boolean isFirst, CallDirection direction, @Nullable DialPurpose purpose) {
        var extension = plan.extensionOf(leg.channel()).orElse(null);
        if (extension != null) {
            return new PlayedLeg(leg, LegRole.OPERATOR, extension);
        }
        if (isFirst && direction == INBOUND) {
            return new PlayedLeg(leg, LegRole.CALLER, null);
        }
        if (!plan.isTrunk(leg.channel())) {
            return new PlayedLeg(leg, LegRole.OTHER, null);
        }
        return new PlayedLeg(leg, purpose == DialPurpose.SPOT_CHECK ? LegRole.STATION : LegRole.CUSTOMER, null);
    }
}
