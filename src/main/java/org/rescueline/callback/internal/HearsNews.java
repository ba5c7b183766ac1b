package org.rescueline.callback.internal;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.rescueline.callback.CallbackConfig;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Outbox;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.CallAbandoned;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallChanged;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.CallbackRequested;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.DialPurpose;

/** Which news of the telephone room this room listens to, and what then runs. Refuses settings that would dial twice. */
@ApplicationScoped
class HearsNews {

    private final CallbackFlow flow;
    private final EndsAttempt ends;
    private final SweepsAttempts sweeps;
    private final DialsInTurn turns;
    private final ReactiveBridge bridge;
    private final CallbackConfig config;

    HearsNews(
            CallbackFlow flow,
            EndsAttempt ends,
            SweepsAttempts sweeps,
            DialsInTurn turns,
            ReactiveBridge bridge,
            CallbackConfig config) {
        this.flow = flow;
        this.ends = ends;
        this.sweeps = sweeps;
        this.turns = turns;
        this.bridge = bridge;
        this.config = config;
    }

    void start(@Observes StartupEvent started, Facts facts, Outbox outbox, Vertx vertx) {
        requireSafe(config);
        outbox.on(CallAbandoned.class, "callback.call-abandoned", flow::abandoned);
        outbox.on(CallbackRequested.class, "callback.callback-requested", flow::requested);
        outbox.on(CallAnswered.class, "callback.call-answered", flow::answered);
        outbox.on(DialEnded.class, "callback.dial-ended", flow::ended);
        facts.on(CallChanged.class, "callback.call-changed", this::changed);
        vertx.setPeriodic(
                config.sweepEvery().toMillis(),
                timer -> bridge.run("callback-sweep", config.sweepEvery(), sweeps::sweep));
        vertx.setPeriodic(config.turnEvery().toMillis(), timer -> turns.look());
    }

    /** An order may still be on its way for so long; a sweep that looked earlier could take it for never given. */
    static void requireSafe(CallbackConfig config) {
        var onItsWay = config.orderWithin().plus(config.switchTimeout());
        if (config.sweepAfter().compareTo(onItsWay) <= 0) {
            throw new IllegalStateException("rescueline.callback.sweep-after (" + config.sweepAfter()
                    + ") must be longer than order-within and switch-timeout together (" + onItsWay + ")");
        }
        new RetryLadder(config.retryLadder(), config.ownFaultRetry());
    }

    /** The customer's side answered: shown at the desk. Losing this news loses nothing, the outcome comes for sure. */
    private Uni<Void> changed(CallChanged news) {
        var call = news.call();
        return call.purpose() == DialPurpose.CALLBACK && call.state() == CallState.ANSWERED
                ? attemptOf(call)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> attemptOf(CallView call) {
        return call.legs().stream()
                .map(leg -> leg.uniqueid())
                .filter(HearsNews::isId)
                .findFirst()
                .map(attempt -> flow.inTransaction(() -> ends.talking(UUID.fromString(attempt), call.id())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static boolean isId(String uniqueid) {
        return uniqueid.matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
