package org.rescueline.vehicle.gps.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Outbox;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.vehicle.DriverSosRaised;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.fix.Fix;

/**
 * From a pressed emergency button to news that cannot be lost:
 *
 * <ol>
 *   <li>{@link SosWatch} tells a press from a button that is merely still held;
 *   <li>the press is noted with its terminal and put into the outbox, in one transaction. The terminal's row keeps the
 *       instant of the press, so that trying again after an unknown end tells nothing twice;
 *   <li>only then is the report answered: a terminal clears its button when it is answered, and one that is not answered
 *       sends the press again;
 *   <li>what could not be stored is owed, and tried again until it is.
 * </ol>
 */
@Singleton
public class SosFlow {
    private static final Logger LOG = Logger.getLogger(SosFlow.class);
    private static final int MOST_OWED = 10_000;

    private static final String NOTE_PRESS =
            "update terminal set sos_at = :at, sos_held = true where id = :id" + " and sos_at is distinct from :at";

    /** A press that is not stored yet. */
    private record Press(int terminalId, DriverSosRaised fact, AtomicBoolean isUnderWay) {}

    private final GpsConfig config;
    private final ReactiveBridge bridge;
    private final Outbox outbox;
    private final TerminalTable table;
    private final GpsMeters meters;
    private final Map<DriverSosRaised, Press> owed = new ConcurrentHashMap<>();
    private final Set<Integer> unreleased = ConcurrentHashMap.newKeySet();

    SosFlow(GpsConfig config, ReactiveBridge bridge, Outbox outbox, TerminalTable table, GpsMeters meters) {
        this.config = config;
        this.bridge = bridge;
        this.outbox = outbox;
        this.table = table;
        this.meters = meters;
    }

    /**
     * Looks at one report, whatever its position is worth.
     *
     * @param place tells where the truck is, as far as it is known; asked for a press only
     * @return done when whatever the report says of the button is stored
     */
    CompletionStage<Void> watch(TrackedTerminal terminal, Fix reported, Supplier<@Nullable PositionView> place) {
        Instant at = believableTime(reported);
        return switch (terminal.sos().see(reported.isDriverSos(), at)) {
            case PRESSED -> tell(terminal, place.get(), at);
            case RELEASED -> release(terminal.known().id());
            case NOTHING -> reported.isDriverSos() ? stillOwed(terminal) : Reception.NO_SOS;
        };
    }

    /** Tries again what could not be stored. */
    public void settle() {
        owed.values().forEach(this::store);
        List<Integer> again = List.copyOf(unreleased);
        unreleased.removeAll(again);
        again.forEach(this::release);
    }

    private CompletionStage<Void> tell(TrackedTerminal terminal, @Nullable PositionView position, Instant at) {
        KnownTerminal known = terminal.known();
        if (owed.size() >= MOST_OWED) {
            LOG.errorf("SOS of terminal %s at %s cannot be kept: %d others wait", known.phone(), at, owed.size());
            return CompletableFuture.failedFuture(Failure.conflict("vehicle.sos-not-kept"));
        }
        unreleased.remove(known.id());
        DriverSosRaised fact = new DriverSosRaised(known.vehicleId(), known.phone(), position, at);
        Press press = new Press(known.id(), fact, new AtomicBoolean());
        owed.put(fact, press);
        return store(press);
    }

    private CompletionStage<Void> store(Press press) {
        if (!press.isUnderWay().compareAndSet(false, true)) {
            return CompletableFuture.failedFuture(Failure.conflict("vehicle.sos-not-kept"));
        }
        return bridge.run("sos-store", config.sosStoreTimeout(), () -> Panache.withTransaction(() -> write(press)))
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        owed.remove(press.fact());
                    }
                    press.isUnderWay().set(false);
                });
    }

    private Uni<Void> write(Press press) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE_PRESS)
                        .setParameter("at", press.fact().at().atOffset(ZoneOffset.UTC))
                        .setParameter("id", press.terminalId())
                        .executeUpdate())
                .chain(noted -> noted == 0 ? alreadyTold() : putIntoOutbox(press.fact()));
    }

    private Uni<Void> putIntoOutbox(DriverSosRaised fact) {
        meters.sosTold();
        LOG.warnf("SOS of terminal %s, vehicle %s, pressed at %s", fact.terminalPhone(), fact.vehicleId(), fact.at());
        return outbox.put(fact);
    }

    /** An earlier attempt was committed after all. */
    private static Uni<Void> alreadyTold() {
        return Uni.createFrom().voidItem();
    }

    /** A repeated report of a press that is not stored yet is not answered either. */
    private CompletionStage<Void> stillOwed(TrackedTerminal terminal) {
        String phone = terminal.known().phone();
        boolean isOwed =
                owed.keySet().stream().anyMatch(fact -> fact.terminalPhone().equals(phone));
        return isOwed ? CompletableFuture.failedFuture(Failure.conflict("vehicle.sos-not-kept")) : Reception.NO_SOS;
    }

    /** Nobody waits for this; when it fails it is tried again. */
    private CompletionStage<Void> release(int terminalId) {
        bridge.run("sos-release", config.sosStoreTimeout(), () -> table.noteSosReleased(terminalId))
                .exceptionally(failure -> {
                    unreleased.add(terminalId);
                    return null;
                });
        return Reception.NO_SOS;
    }

    /** By the terminal's clock, unless that clock is wrong. To the microsecond, as the database keeps it. */
    private Instant believableTime(Fix fix) {
        Instant now = fix.receivedAt();
        Instant told = fix.bestTime();
        boolean isBelievable =
                !told.isAfter(now.plus(config.clockAhead())) && !told.isBefore(now.minus(config.clockBehind()));
        return (isBelievable ? told : now).truncatedTo(ChronoUnit.MICROS);
    }
}
