package org.rescueline.demo.hotline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A call that the service asked for with AMI {@code Originate}: either one leg to a duty phone (context
 * {@code spot-check}), or the operator's leg first and then the customer's (context {@code callback}).
 */
final class OriginatedCall {

    private static final String CALLBACK_CONTEXT = "callback";
    private static final Duration OPERATOR_PICKS_UP = Duration.ofMillis(1_200);
    private static final Duration CUSTOMER_RING_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration PROOF_TONE = Duration.ofSeconds(4);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private final Switchboard switchboard;
    private final AmiMessage action;
    private final Random random;
    private final SimulatedChannel first;
    private @Nullable SimulatedChannel customer;
    private @Nullable OutboundLeg customerLeg;
    private boolean isConnected;

    OriginatedCall(Switchboard switchboard, AmiMessage action, Random random) {
        this.switchboard = switchboard;
        this.action = action;
        this.random = random;
        var uniqueid = action.find("ChannelId").filter(id -> !id.isBlank()).orElseGet(switchboard::nextUniqueid);
        this.first = switchboard.create(
                deviceOf(action.get("Channel")),
                uniqueid,
                uniqueid,
                SimulatedChannel.State.DOWN,
                numberOf(action.get("Channel")),
                action.get("Context"),
                action.get("Exten"));
    }

    void start() {
        var timeout = action.find("Timeout")
                .map(text -> Duration.ofMillis(Long.parseLong(text)))
                .orElse(DEFAULT_TIMEOUT);
        new OutboundLeg(switchboard, Optional.empty(), first, this::firstSettled).dial(firstFarEnd(), timeout);
    }

    private FarEnd firstFarEnd() {
        return isCallback() ? new FarEnd(FarEnd.Habit.ANSWERS, OPERATOR_PICKS_UP) : FarEnd.draw(random);
    }

    private boolean isCallback() {
        return action.get("Context").equals(CALLBACK_CONTEXT);
    }

    private void firstSettled(OutboundLeg.Result result) {
        switchboard.tell(originateResponse(result));
        if (result != OutboundLeg.Result.ANSWER) {
            return;
        }
        if (isCallback()) {
            dialCustomer();
            return;
        }
        switchboard.onHangupRequest(first, () -> switchboard.hangUp(first));
        switchboard.timers().after(PROOF_TONE, () -> switchboard.hangUp(first));
    }

    private void dialCustomer() {
        var number = action.get("Exten");
        var leg = switchboard.create(
                "PJSIP/outbound",
                switchboard.nextUniqueid(),
                first.linkedid,
                SimulatedChannel.State.DOWN,
                number,
                "refuse",
                number);
        customer = leg;
        var dialling = new OutboundLeg(switchboard, Optional.of(first), leg, this::customerSettled);
        customerLeg = dialling;
        switchboard.onHangupRequest(first, this::hangUpBoth);
        dialling.dial(FarEnd.draw(random), CUSTOMER_RING_TIMEOUT);
    }

    private void customerSettled(OutboundLeg.Result result) {
        var leg = customer;
        if (result != OutboundLeg.Result.ANSWER || leg == null) {
            tellCallbackResult(result.name(), result.hangupCause);
            switchboard.hangUp(first, result.hangupCause, result.causeText);
            return;
        }
        isConnected = true;
        switchboard.bridge(first, leg);
        switchboard.onHangupRequest(leg, this::hangUpBoth);
        switchboard.timers().after(Duration.ofSeconds(25 + random.nextInt(60)), this::hangUpBoth);
    }

    private void hangUpBoth() {
        var leg = customer;
        var dialling = customerLeg;
        if (!isConnected && dialling != null) {
            dialling.cancel();
            return;
        }
        if (leg != null && isConnected) {
            isConnected = false;
            switchboard.unbridge(first, leg);
            switchboard.hangUp(leg);
            tellCallbackResult(OutboundLeg.Result.ANSWER.name(), OutboundLeg.Result.ANSWER.hangupCause);
            switchboard.hangUp(first);
        }
    }

    /** The dialplan of {@code telephony/asterisk/extensions.conf} says how dialling the customer ended. */
    private void tellCallbackResult(String dialStatus, int cause) {
        switchboard.tell(first.event("UserEvent")
                .with("UserEvent", "RescuelineCallback")
                .with("DialStatus", dialStatus)
                .with("Cause", cause));
    }

    private AmiMessage originateResponse(OutboundLeg.Result result) {
        var event = AmiMessage.event("OriginateResponse").with("Privilege", "call,all");
        action.find("ActionID").ifPresent(id -> event.with("ActionID", id));
        return event.with("Response", result == OutboundLeg.Result.ANSWER ? "Success" : "Failure")
                .with("Channel", first.name)
                .with("Context", first.context)
                .with("Exten", first.exten)
                .with("Reason", result.originateReason)
                .with("Uniqueid", first.uniqueid)
                .with("CallerIDNum", "<unknown>")
                .with("CallerIDName", "<unknown>");
    }

    private static String deviceOf(String channel) {
        int at = channel.indexOf('@');
        return at < 0 ? channel : "PJSIP/" + channel.substring(at + 1);
    }

    private static String numberOf(String channel) {
        var withoutTechnology = channel.substring(channel.indexOf('/') + 1);
        return List.of(withoutTechnology.split("@")).get(0);
    }
}
