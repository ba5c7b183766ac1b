package org.rescueline.spotcheck.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.spotcheck.SpotCheckConfig;
import org.rescueline.spotcheck.SpotCheckState;
import org.rescueline.telephony.TelephonyService;

/**
 * Finds out what became of checks whose outcome nobody told, by asking the switch about the attempt: never dialled is a
 * fault of our own and ends the check; ended is judged; otherwise it is looked at again later. Nothing is ever dialled
 * here: the supervisor, or the plan, asks for another check.
 */
@ApplicationScoped
class SweepsSpotChecks {

    private static final Logger LOG = Logger.getLogger(SweepsSpotChecks.class);

    private final SpotCheckStore store;
    private final SpotCheckFlow flow;
    private final EndsSpotCheck ends;
    private final TelephonyService telephony;
    private final ReactiveBridge bridge;
    private final SpotCheckConfig config;
    private final Clock clock;

    SweepsSpotChecks(
            SpotCheckStore store,
            SpotCheckFlow flow,
            EndsSpotCheck ends,
            TelephonyService telephony,
            ReactiveBridge bridge,
            SpotCheckConfig config,
            Clock clock) {
        this.store = store;
        this.flow = flow;
        this.ends = ends;
        this.telephony = telephony;
        this.bridge = bridge;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> sweep() {
        var before = clock.instant().minus(config.sweepAfter());
        return Panache.withSession(() -> store.listUnsettled(before, config.sweepBatch()))
                .onItem()
                .transformToMulti(checks -> Multi.createFrom().iterable(checks))
                .onItem()
                .transformToUniAndConcatenate(this::settle)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> settle(SpotCheckEntity check) {
        return bridge.uni("spot-check-trace", config.switchTimeout(), () -> telephony.findDial(check.attemptId))
                .chain(trace -> flow.inTransaction(() -> switch (trace.kind()) {
                    case NEVER_DIALLED -> ends.neverDialled(check.attemptId);
                    case ENDED -> ends.ended(check.attemptId, Objects.requireNonNull(trace.outcome()));
                    case IN_PROGRESS ->
                        check.state == SpotCheckState.CLAIMED ? ends.dialled(check.attemptId) : nothing();
                    case UNKNOWN -> nothing();
                }))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("Spot check %s is looked at again later: %s", check.id, failure);
                    return Uni.createFrom().voidItem();
                });
    }

    private static Uni<Optional<SpotCheckEntity>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
