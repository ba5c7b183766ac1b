package org.rescueline.telephony.internal.desk;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.rescueline.security.SessionsEnded;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Facts;
import org.rescueline.telephony.CallChanged;
import org.rescueline.telephony.CallLegView;
import org.rescueline.telephony.LegRole;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.TelephonyViewChanged;

/**
 * What happens to desks without anybody pressing a key: a silent page makes its desk stale, the end of a call begins the
 * wrap-up and the clock ends it, a sign-out empties the desk, and a switch that comes back is told who sits where.
 */
@ApplicationScoped
class DeskUpkeep {

    private static final Logger LOG = Logger.getLogger(DeskUpkeep.class);

    /** The end of a call that is learnt later than this, from the record after a gap, begins no wrap-up. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DeskStore store;
    private final DeskFlow desks;
    private final QueueSeats seats;
    private final Facts facts;
    private final TelephonyConfig.Desk rules;
    private final Clock clock;

    DeskUpkeep(DeskStore store, DeskFlow desks, QueueSeats seats, Facts facts, TelephonyConfig config, Clock clock) {
        this.store = store;
        this.desks = desks;
        this.seats = seats;
        this.facts = facts;
        this.rules = config.desk();
        this.clock = clock;
    }

    void subscribe(@Observes StartupEvent started) {
        facts.on(
                CallChanged.class,
                "desk-wrap-up",
                changed -> wrapUp(changed.call().legs()));
        facts.on(SessionsEnded.class, "desk-sign-out", ended -> store.listExtensions(ended.userId(), ended.sessionKey())
                .chain(extensions -> inTurn(extensions, extension -> desks.leave(extension, Actor.SYSTEM))));
        facts.on(
                TelephonyViewChanged.class,
                "desk-seats",
                changed -> changed.state().hasConnection()
                        ? tellAll()
                        : Uni.createFrom().voidItem());
    }

    @Scheduled(every = "5s", identity = "desk-stale", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> findStale() {
        var now = now();
        return store.markStale(now.minus(rules.staleAfter()), now)
                .chain(stale -> inTurn(stale, desks::announce))
                .onFailure()
                .invoke(e -> LOG.warnf("Desks were not looked at: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "1s", identity = "desk-wrap-up", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> endWrapUps() {
        return store.endWrapUps(now())
                .chain(ended -> inTurn(ended, desks::announce))
                .onFailure()
                .invoke(e -> LOG.warnf("Wrap-ups were not ended: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> wrapUp(List<CallLegView> legs) {
        if (rules.wrapUp().isZero()) {
            return Uni.createFrom().voidItem();
        }
        var now = now();
        var over = legs.stream().filter(leg -> endsTalk(leg, now)).toList();
        return inTurn(over, leg -> store.beginWrapUp(
                        String.valueOf(leg.extension()), leg.uniqueid(), now.plus(rules.wrapUp()), now)
                .chain(begun -> begun.map(desks::announce)
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private static boolean endsTalk(CallLegView leg, Instant now) {
        return leg.role() == LegRole.OPERATOR
                && leg.answeredAt() != null
                && leg.endedAt() != null
                && leg.endedAt().isAfter(now.minus(FRESH));
    }

    private Uni<Void> tellAll() {
        return store.list().chain(all -> inTurn(all, desk -> seats.tell(QueueSeats.seatsOf(desk))));
    }

    private static <T> Uni<Void> inTurn(List<T> items, Function<? super T, Uni<Void>> step) {
        Uni<Void> line = Uni.createFrom().voidItem();
        for (var item : items) {
            line = line.chain(() -> step.apply(item));
        }
        return line;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
