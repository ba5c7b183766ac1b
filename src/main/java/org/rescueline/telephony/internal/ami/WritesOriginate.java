package org.rescueline.telephony.internal.ami;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.asteriskjava.manager.action.OriginateAction;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.TelephonyConfig;

/** Writes an order as the switch understands it. Whatever comes from people is a number of digits by then. */
final class WritesOriginate {

    private WritesOriginate() {}

    static OriginateAction write(DialOrder order, @Nullable String operatorEndpoint, TelephonyConfig.Dial dial) {
        var action = new OriginateAction();
        action.setActionId(order.attemptId().toString());
        action.setChannelId(order.attemptId().toString());
        action.setAsync(true);
        action.setPriority(1);
        action.setTimeout(order.ringTimeout().toMillis());
        if (order.purpose().ringsOperatorFirst()) {
            operatorFirst(action, order, Objects.requireNonNull(operatorEndpoint), dial);
        } else {
            farPartyAlone(action, order, dial);
        }
        return action;
    }

    private static void operatorFirst(
            OriginateAction action, DialOrder order, String operatorEndpoint, TelephonyConfig.Dial dial) {
        var number = order.number().dialable();
        action.setChannel("PJSIP/" + operatorEndpoint);
        action.setContext(dial.callbackContext());
        action.setExten(number);
        // On the operator's phone stands whom it is about to ring.
        action.setCallerId(number);
        action.setVariables(Map.of(
                "RESCUELINE_CALLER_ID", order.callerId(), "RESCUELINE_RING_SECONDS", seconds(order.ringTimeout())));
    }

    private static void farPartyAlone(OriginateAction action, DialOrder order, TelephonyConfig.Dial dial) {
        action.setChannel("PJSIP/" + order.number().dialable() + "@" + dial.trunk());
        action.setContext(dial.spotCheckContext());
        action.setExten(dial.spotCheckExtension());
        action.setCallerId(order.callerId());
        action.setVariables(Map.of("RESCUELINE_KEY_SECONDS", Integer.toString(dial.keySeconds())));
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
