package org.rescueline.telephony.internal.ami;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.ledger.CallStore;
import org.rescueline.telephony.internal.ledger.LiveCalls;

/**
 * Prolongs the leases of the attached switches, lets a link listen once this node has the lease, and lets it stand by
 * once another has. While it stands by, the live view follows what the other node writes into the ledger.
 */
@ApplicationScoped
class KeepsLeases {

    private static final Logger LOG = Logger.getLogger(KeepsLeases.class);

    /** A lease that cannot be given back in this time runs out by itself. */
    private static final Duration RELEASE_DEADLINE = Duration.ofSeconds(1);

    private static final Duration RENEWAL_DEADLINE = Duration.ofSeconds(20);

    private final Switchboard board;
    private final SwitchLeases leases;
    private final LiveCalls live;
    private final CallStore calls;
    private final ReactiveBridge bridge;
    private final Clock clock;
    private final Duration patience;
    private final Map<String, Instant> unknownSince = new ConcurrentHashMap<>();

    KeepsLeases(
            Switchboard board,
            SwitchLeases leases,
            LiveCalls live,
            CallStore calls,
            ReactiveBridge bridge,
            Clock clock,
            TelephonyConfig config) {
        this.board = board;
        this.leases = leases;
        this.live = live;
        this.calls = calls;
        this.bridge = bridge;
        this.clock = clock;
        this.patience = config.lease().duration();
    }

    /** Asks for each lease once. */
    @Scheduled(
            every = "${rescueline.telephony.lease.renewal:2s}",
            identity = "telephony-leases",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renew() {
        Uni<Void> line = Uni.createFrom().voidItem();
        for (var link : board.leased()) {
            line = line.chain(() -> leases.ask(link.pbx().name()))
                    .invoke(answer -> link.listen(listens(link, answer)))
                    .replaceWithVoid();
        }
        return line.chain(this::followOthers);
    }

    /** Gives the leases back, so that another node takes over at once. */
    void stop(@Observes ShutdownEvent stopping) {
        for (var link : board.leased()) {
            try {
                bridge.run(
                                "telephony-lease-release",
                                RELEASE_DEADLINE,
                                () -> leases.release(link.pbx().name()))
                        .toCompletableFuture()
                        .orTimeout(RELEASE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            } catch (CompletionException e) {
                LOG.debugf("The lease of %s runs out by itself: %s", link.pbx(), e.getMessage());
            }
        }
    }

    private boolean listens(AmiLink link, SwitchLeases.Answer answer) {
        var pbx = link.pbx().name();
        if (answer != SwitchLeases.Answer.UNKNOWN) {
            unknownSince.remove(pbx);
        }
        return switch (answer) {
            case OURS -> true;
            case THEIRS -> false;
            case UNKNOWN -> link.isListening() || hasWaited(pbx);
        };
    }

    private boolean hasWaited(String pbx) {
        var since = unknownSince.computeIfAbsent(pbx, name -> clock.instant());
        return since.plus(patience).isBefore(clock.instant());
    }

    private Uni<Void> followOthers() {
        var theirs = board.leased().stream()
                .filter(link -> !link.isListening())
                .map(link -> link.pbx().name())
                .toList();
        if (theirs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return bridge.uni("telephony-follow", RENEWAL_DEADLINE, () -> live.follow(calls, theirs))
                .onFailure()
                .recoverWithNull();
    }
}
