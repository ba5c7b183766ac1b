package org.rescueline.telephony.internal.ami;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.asteriskjava.manager.action.BridgeAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PJSIPNotifyAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerResponse;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.PbxAddress;
import org.rescueline.telephony.TelephonyConfig;

/**
 * What we ask one switch to do with its channels: a channel's name says nothing about the switch, another one may have a
 * channel of the same name. As in {@link SwitchActions}, what gets no response in time fails as UPSTREAM.
 */
public final class ChannelActions {

    /** Q.850: the usual end of a call. */
    private static final int NORMAL_CLEARING = 16;

    /** The extension at which each of our contexts for moved calls begins. */
    private static final String START = "s";

    private final Switchboard board;
    private final String pbx;
    private final Vertx vertx;
    private final TelephonyConfig config;

    ChannelActions(Switchboard board, String pbx, Vertx vertx, TelephonyConfig config) {
        this.board = board;
        this.pbx = pbx;
        this.vertx = vertx;
        this.config = config;
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
                .invoke(SwitchActions::requireDone)
                .replaceWithVoid();
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

    private ManagerResponse answerOn(String channel, PJSIPNotifyAction notify) throws IOException {
        var address = board.link(pbx).pbx();
        if (address.simulated()) {
            return board.link(pbx).actions().send(notify, config.ami().actionTimeout());
        }
        var secret = config.ami().answerSecret();
        if (secret.isEmpty()) {
            throw Failure.conflict("telephony.remote-answer-off", Map.of("channel", channel));
        }
        var user =
                new PbxAddress(pbx, address.host(), address.port(), config.ami().answerUsername(), secret.get(), false);
        var session = ManagerSession.open(user, LinkSettings.of(config.ami()), ManagerSession.NO_EVENTS, event -> {});
        try {
            return session.send(notify, config.ami().actionTimeout());
        } finally {
            session.close();
        }
    }

    private Uni<Void> done(ManagerAction action) {
        return send(action).invoke(SwitchActions::requireDone).replaceWithVoid();
    }

    private Uni<ManagerResponse> send(ManagerAction action) {
        return onWorker(
                () -> board.link(pbx).actions().send(action, config.ami().actionTimeout()));
    }

    private Uni<ManagerResponse> onWorker(Callable<ManagerResponse> work) {
        return vertx.executeBlocking(work, false).onFailure(IOException.class).transform(SwitchActions::away);
    }
}
