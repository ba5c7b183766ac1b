package org.rescueline.telephony.internal.ami;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.TelephonyConfig;

/**
 * What we ask the switch to do. Each action waits for the switch on a worker thread and comes back to the caller's
 * context; one that gets no response in time fails as UPSTREAM.
 */
@ApplicationScoped
public class SwitchActions {

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
     * @param pbx the switch that is to place it
     * @param operatorEndpoint the operator's phone that rings first; null where none does
     */
    public Uni<Answer> originate(String pbx, DialOrder order, @Nullable String operatorEndpoint) {
        var action = WritesOriginate.write(order, operatorEndpoint, config.dial());
        return this.<Answer>onWorker(() -> {
                    ManagerSession session;
                    try {
                        session = board.link(pbx).actions();
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

    /** What may be asked of the channels of one switch. */
    public ChannelActions on(String pbx) {
        return new ChannelActions(board, pbx, vertx, config);
    }

    /**
     * Takes a phone's seat out of a queue, or puts it back, on every attached switch. It is done once one of them has done
     * it: a phone need not have a seat on each.
     *
     * @param reason what the queue's own log keeps; may be absent
     */
    public Uni<Void> pause(String queue, String endpoint, boolean paused, @Nullable String reason) {
        var action = new QueuePauseAction("PJSIP/" + endpoint, queue, paused);
        action.setReason(reason);
        var switches = board.names();
        if (switches.isEmpty()) {
            return Uni.createFrom().failure(away(new IOException("no switch is attached")));
        }
        return Uni.join()
                .all(switches.stream().map(pbx -> done(pbx, action)).toList())
                .usingConcurrencyOf(1)
                .andCollectFailures()
                .replaceWithVoid()
                .onFailure(CompositeException.class)
                .recoverWithUni(failed -> allFailed(failed, switches.size()));
    }

    private static Uni<Void> allFailed(Throwable failed, int switches) {
        var causes = ((CompositeException) failed).getCauses();
        return causes.size() < switches
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(causes.get(0));
    }

    private Uni<Void> done(String pbx, ManagerAction action) {
        return onWorker(() ->
                        board.link(pbx).actions().send(action, config.ami().actionTimeout()))
                .onFailure(IOException.class)
                .transform(SwitchActions::away)
                .invoke(SwitchActions::requireDone)
                .replaceWithVoid();
    }

    /** The channels and queues of a switch as they are now. */
    public Uni<SwitchSnapshot> snapshot(String pbx) {
        return onWorker(() -> board.link(pbx).snapshot())
                .onFailure(IOException.class)
                .transform(SwitchActions::away);
    }

    private <T> Uni<T> onWorker(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    static Failure away(Throwable cause) {
        return Failure.upstream(SWITCH_AWAY, Map.of("reason", String.valueOf(cause.getMessage())), cause);
    }

    static void requireDone(ManagerResponse response) {
        if (response instanceof ManagerError refused) {
            throw Failure.upstream(
                    "telephony.switch-refused", Map.of("reason", String.valueOf(refused.getMessage())), null);
        }
    }
}
