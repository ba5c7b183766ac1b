package org.rescueline.telephony.internal.ami;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PJSIPNotifyAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.PbxAddress;
import org.rescueline.telephony.TelephonyConfig;

/**
 * What we ask the switch to do. Each action waits for the switch on a worker thread and comes back to the caller's
 * context; one that gets no response in time fails as UPSTREAM.
 */
@ApplicationScoped
public class SwitchActions {

    /** Q.850: the usual end of a call. */
    private static final int NORMAL_CLEARING = 16;

    private static final String SWITCH_AWAY = "telephony.switch-away";

    private final Switchboard board;
    private final Vertx vertx;
    private final TelephonyConfig config;

    SwitchActions(Switchboard board, Vertx vertx, TelephonyConfig config) {
        this.board = board;
        this.vertx = vertx;
        this.config = config;
    }

    /** How the switch took an order. */
    public enum Taken {
        /** It queued the order. */
        ACCEPTED,
        /** It will not do it. */
        REFUSED,
        /** It did not say in time; the order may be under way. */
        UNCERTAIN
    }

    /**
     * The switch's answer to an order.
     *
     * @param words what it said, for the log and the page
     */
    public record Answer(Taken taken, String words) {}

    /** Orders a call; never fails. */
    public Uni<Answer> originate(DialOrder order) {
        var action = originateAction(order);
        return this.<Answer>onWorker(() -> {
                    ManagerSession session;
                    try {
                        session = board.link().actions();
                    } catch (IOException away) {
                        return new Answer(Taken.REFUSED, String.valueOf(away.getMessage()));
                    }
                    var response = session.send(action, config.ami().actionTimeout());
                    var taken = response instanceof ManagerError ? Taken.REFUSED : Taken.ACCEPTED;
                    return new Answer(taken, String.valueOf(response.getMessage()));
                })
                .onFailure()
                .recoverWithItem(e -> new Answer(Taken.UNCERTAIN, String.valueOf(e.getMessage())));
    }

    /** Ends a channel. Does nothing when it is gone already. */
    public Uni<Void> hangup(String channel) {
        return send(new HangupAction(channel, NORMAL_CLEARING)).replaceWithVoid();
    }

    /**
     * Makes the desk phone of a ringing channel go off the hook (SIP NOTIFY, Event: talk). On Asterisk it takes a
     * manager user of its own, so that the one that originates need not have the right {@code system}.
     */
    public Uni<Void> answer(String channel) {
        var notify = new PJSIPNotifyAction();
        notify.setChannel(channel);
        notify.setVariable("Event", "talk");
        return onWorker(() -> answerOn(channel, notify))
                .onFailure(IOException.class)
                .transform(SwitchActions::away)
                .invoke(SwitchActions::requireDone)
                .replaceWithVoid();
    }

    /** The channels and queues as they are now. */
    public Uni<SwitchSnapshot> snapshot() {
        return onWorker(() -> board.link().snapshot())
                .onFailure(IOException.class)
                .transform(SwitchActions::away);
    }

    private ManagerResponse answerOn(String channel, PJSIPNotifyAction notify) throws IOException {
        var pbx = board.link().pbx();
        if (pbx.simulated()) {
            return board.link().actions().send(notify, config.ami().actionTimeout());
        }
        var secret = config.ami().answerSecret();
        if (secret.isEmpty()) {
            throw Failure.conflict("telephony.remote-answer-off", Map.of("channel", channel));
        }
        var user =
                new PbxAddress(pbx.name(), pbx.host(), pbx.port(), config.ami().answerUsername(), secret.get(), false);
        var session = ManagerSession.open(user, LinkSettings.of(config.ami()), ManagerSession.NO_EVENTS, event -> {});
        try {
            return session.send(notify, config.ami().actionTimeout());
        } finally {
            session.close();
        }
    }

    private Uni<ManagerResponse> send(ManagerAction action) {
        return onWorker(() -> board.link().actions().send(action, config.ami().actionTimeout()))
                .onFailure(IOException.class)
                .transform(SwitchActions::away);
    }

    private <T> Uni<T> onWorker(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private static Failure away(Throwable cause) {
        return Failure.upstream(SWITCH_AWAY, Map.of("reason", String.valueOf(cause.getMessage())), cause);
    }

    private static void requireDone(ManagerResponse response) {
        if (response instanceof ManagerError refused) {
            throw Failure.upstream(
                    "telephony.switch-refused", Map.of("reason", String.valueOf(refused.getMessage())), null);
        }
    }

    private OriginateAction originateAction(DialOrder order) {
        var dial = config.dial();
        var number = order.number().dialable();
        var action = new OriginateAction();
        action.setActionId(order.attemptId().toString());
        action.setChannelId(order.attemptId().toString());
        action.setAsync(true);
        action.setPriority(1);
        action.setTimeout(order.ringTimeout().toMillis());
        if (order.purpose() == DialPurpose.CALLBACK) {
            action.setChannel("PJSIP/" + order.operatorExtension());
            action.setContext(dial.callbackContext());
            action.setExten(number);
            // On the operator's phone stands whom it is about to ring.
            action.setCallerId(number);
            action.setVariables(Map.of(
                    "RESCUELINE_CALLER_ID", order.callerId(),
                    "RESCUELINE_RING_SECONDS", seconds(order.ringTimeout())));
            return action;
        }
        action.setChannel("PJSIP/" + number + "@" + dial.trunk());
        action.setContext(dial.spotCheckContext());
        action.setExten(dial.spotCheckExtension());
        action.setCallerId(order.callerId());
        action.setVariables(Map.of("RESCUELINE_KEY_SECONDS", Integer.toString(dial.keySeconds())));
        return action;
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
