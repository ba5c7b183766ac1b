package org.rescueline.telephony.internal.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.internal.fold.CallStory;
import org.rescueline.telephony.internal.fold.Leg;
import org.rescueline.telephony.internal.fold.PlayedLeg;

/** A call that one write works on, with its legs. */
final class TouchedCall {

    private final CallEntity call;
    private final List<CallLegEntity> legs = new ArrayList<>();
    private final List<CallLegEntity> newLegs = new ArrayList<>();
    private final boolean isNew;
    private @Nullable CallView before;

    private TouchedCall(CallEntity call, boolean isNew) {
        this.call = call;
        this.isNew = isNew;
    }

    static TouchedCall stored(CallEntity call, List<CallLegEntity> legs) {
        var touched = new TouchedCall(call, false);
        touched.legs.addAll(legs);
        touched.before = call.view(legs);
        return touched;
    }

    static TouchedCall made(CallKey key) {
        return new TouchedCall(CallEntity.of(key), true);
    }

    CallEntity call() {
        return call;
    }

    /** As it was before this write; null for a call just made. */
    @Nullable
    CallView before() {
        return before;
    }

    CallView view() {
        return call.view(legs);
    }

    List<Leg> legRecords() {
        return legs.stream().map(CallLegEntity::toLeg).toList();
    }

    CallLegEntity add(Leg leg) {
        var row = CallLegEntity.of(call.pbx, call.id, leg);
        legs.add(row);
        newLegs.add(row);
        return row;
    }

    /** The leg that made the call stays with it, whatever a transfer joins it to: it is what the call is. */
    boolean isHeldBy(CallLegEntity leg) {
        return leg.uniqueid.equals(call.linkedid);
    }

    void handOver(CallLegEntity leg, TouchedCall other) {
        legs.remove(leg);
        other.legs.add(leg);
        if (newLegs.remove(leg)) {
            other.newLegs.add(leg);
        }
        leg.callId = other.call.id;
    }

    void take(CallStory story) {
        call.take(story);
        var parts = story.legs().stream()
                .collect(Collectors.toMap(
                        played -> played.leg().uniqueid(),
                        played -> played,
                        (a, b) -> a,
                        HashMap<String, PlayedLeg>::new));
        legs.forEach(leg -> leg.play(Objects.requireNonNull(parts.get(leg.uniqueid))));
    }

    boolean isNew() {
        return isNew;
    }

    /** Legs without a row so far. */
    List<CallLegEntity> newLegs() {
        return newLegs;
    }
}
