package org.rescueline.telephony.internal.ami;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.asteriskjava.manager.action.BridgeAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PJSIPNotifyAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.DialOrder;
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

    /** The extension at which each of our contexts for moved calls begins. */
    private static final String START = "s";

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

    /**
     * Orders a call; never fails.
     *
     * @param operatorEndpoint the operator's phone that rings first; null where none does
     */
    public Uni<Answer> originate(DialOrder order, @Nullable String operatorEndpoint) {
        var action = WritesOriginate.write(order, operatorEndpoint, config.dial());
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

    /**
     * Takes a phone's seat out of a queue, or puts it back.
     *
     * @param reason what the queue's own log keeps; may be absent
     */
    public Uni<Void> pause(String queue, String endpoint, boolean paused, @Nullable String reason) {
        var action = new QueuePauseAction("PJSIP/" + endpoint, queue, paused);
        action.setReason(reason);
        return done(action);
    }

    /** Gives a channel a variable that the dialplan reads after the next move. */
    public Uni<Void> set(String channel, String variable, String value) {
        return done(new SetVarAction(channel, variable, value));
    }

    /** Sends a channel to the beginning of a context. */
    public Uni<Void> move(String channel, String context) {
        return done(new RedirectAction(channel, context, START, 1));
    }

    /** Sends two channels that talk with each other each to a context, in one step, so that neither hangs up the other. */
    public Uni<Void> moveBoth(String channel, String context, String other, String otherContext) {
        return done(new RedirectAction(channel, other, context, START, 1, otherContext, START, 1));
    }

    /** Lets two channels talk with each other, whatever they did before. */
    public Uni<Void> join(String channel, String other) {
        return done(new BridgeAction(channel, other, false));
    }

    private Uni<Void> done(ManagerAction action) {
        return send(action).invoke(SwitchActions::requireDone).replaceWithVoid();
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
}
