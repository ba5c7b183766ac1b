package org.rescueline.spotcheck.internal;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.rescueline.shared.Outbox;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.spotcheck.SpotCheckConfig;
import org.rescueline.telephony.DialEnded;

/** Which news of the telephone room this room listens to. Refuses settings that would end checks which still dial. */
@ApplicationScoped
class HearsNews {

    private final SpotCheckFlow flow;
    private final SweepsSpotChecks sweeps;
    private final ReactiveBridge bridge;
    private final SpotCheckConfig config;

    HearsNews(SpotCheckFlow flow, SweepsSpotChecks sweeps, ReactiveBridge bridge, SpotCheckConfig config) {
        this.flow = flow;
        this.sweeps = sweeps;
        this.bridge = bridge;
        this.config = config;
    }

    void start(@Observes StartupEvent started, Outbox outbox, Vertx vertx) {
        requireSafe(config);
        outbox.on(DialEnded.class, "spotcheck.dial-ended", flow::ended);
        vertx.setPeriodic(
                config.sweepEvery().toMillis(),
                timer -> bridge.run("spot-check-sweep", config.sweepEvery(), sweeps::sweep));
    }

    /** An order may still be on its way for so long; a sweep that looked earlier could take it for never given. */
    static void requireSafe(SpotCheckConfig config) {
        var onItsWay = config.orderWithin().plus(config.switchTimeout());
        if (config.sweepAfter().compareTo(onItsWay) <= 0) {
            throw new IllegalStateException("rescueline.spotcheck.sweep-after (" + config.sweepAfter()
                    + ") must be longer than order-within and switch-timeout together (" + onItsWay + ")");
        }
    }
}
