package org.rescueline.event.internal;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.rescueline.event.EventConfig;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Outbox;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallEnded;
import org.rescueline.telephony.CallRinging;
import org.rescueline.vehicle.DriverSosRaised;

/** Which news of the rooms below this room listens to, and what then runs. */
@ApplicationScoped
class HearsNews {

    private final InboundCallFlow calls;
    private final SosFlow sos;
    private final EndsMissedCalls missed;
    private final ReactiveBridge bridge;
    private final EventConfig config;

    HearsNews(InboundCallFlow calls, SosFlow sos, EndsMissedCalls missed, ReactiveBridge bridge, EventConfig config) {
        this.calls = calls;
        this.sos = sos;
        this.missed = missed;
        this.bridge = bridge;
        this.config = config;
    }

    void start(@Observes StartupEvent started, Facts facts, Outbox outbox, Vertx vertx) {
        facts.on(CallRinging.class, "event.call-ringing", this::ringing);
        facts.on(CallEnded.class, "event.call-ended", end -> calls.ended(end.call()));
        outbox.on(CallAnswered.class, "event.call-answered", calls::answered);
        outbox.on(DriverSosRaised.class, "event.driver-sos-raised", sos::raised);
        vertx.setPeriodic(
                config.callEndSweepEvery().toMillis(),
                timer -> bridge.run("missed-call-ends", config.callEndSweepEvery(), missed::sweep));
    }

    /** Not waited for: the next call that rings must not stand in line behind a terminal that does not answer. */
    private Uni<Void> ringing(CallRinging ring) {
        bridge.run("call-ringing", config.ringingDeadline(), () -> calls.ringing(ring));
        return Uni.createFrom().voidItem();
    }
}
