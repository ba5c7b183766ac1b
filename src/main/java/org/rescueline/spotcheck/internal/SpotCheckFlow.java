package org.rescueline.spotcheck.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rescueline.security.Viewer;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FailureKind;
import org.rescueline.shared.Failures;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.spotcheck.SpotCheckChanged;
import org.rescueline.spotcheck.SpotCheckConfig;
import org.rescueline.spotcheck.SpotCheckState;
import org.rescueline.spotcheck.SpotCheckView;
import org.rescueline.station.StationService;
import org.rescueline.station.StationSummary;
import org.rescueline.station.StationView;
import org.rescueline.telephony.DialAttempt;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.TelephonyService;

/**
 * Path D, one check of one duty phone.
 *
 * <ol>
 *   <li>Callers wait in the queue: refused, the lines are theirs.
 *   <li>The check is written down with the id of its attempt, in one transaction; one at a time for a phone.
 *   <li>After the commit, outside any transaction: the order goes to the switch.
 *   <li>The switch took it: dialling; from now on others may know.
 *   <li>The switch tells the outcome: judged, and put on the station's record in the same transaction.
 * </ol>
 *
 * <p>A crash between any two steps leaves a check without a verdict; {@link SweepsSpotChecks} asks the switch about it by
 * the attempt's id, so that no phone rings twice for one check.
 */
@ApplicationScoped
class SpotCheckFlow {

    private static final Logger LOG = Logger.getLogger(SpotCheckFlow.class);

    private final SpotCheckStore store;
    private final EndsSpotCheck ends;
    private final StationService stations;
    private final TelephonyService telephony;
    private final ReactiveBridge bridge;
    private final Facts facts;
    private final SpotCheckConfig config;
    private final Clock clock;

    SpotCheckFlow(
            SpotCheckStore store,
            EndsSpotCheck ends,
            StationService stations,
            TelephonyService telephony,
            ReactiveBridge bridge,
            Facts facts,
            SpotCheckConfig config,
            Clock clock) {
        this.store = store;
        this.ends = ends;
        this.stations = stations;
        this.telephony = telephony;
        this.bridge = bridge;
        this.facts = facts;
        this.config = config;
        this.clock = clock;
    }

    /** Steps 1 to 4. */
    Uni<SpotCheckView> check(UUID stationId, UUID dutyPhoneId, Viewer supervisor) {
        requireNobodyWaits();
        return Panache.withTransaction(
                        () -> stations.getStation(stationId).chain(station -> write(station, dutyPhoneId, supervisor)))
                .chain(check -> order(check)
                        .chain(() -> Panache.withSession(() -> store.find(check.id)))
                        .map(found -> found.orElse(check).toView()));
    }

    /** Step 5. */
    Uni<Void> ended(DialEnded news) {
        return news.purpose() == DialPurpose.SPOT_CHECK
                ? inTransaction(() -> ends.ended(news.attemptId(), news.outcome()))
                : Uni.createFrom().voidItem();
    }

    private void requireNobodyWaits() {
        int waiting = telephony.waitingCalls();
        if (waiting > 0) {
            throw Failure.conflict("spotcheck.calls-waiting", Map.of("waiting", waiting));
        }
    }

    private Uni<SpotCheckEntity> write(StationView station, UUID dutyPhoneId, Viewer supervisor) {
        var phone = station.dutyPhones().stream()
                .filter(each -> each.id().equals(dutyPhoneId))
                .findFirst()
                .orElseThrow(() -> Failure.invalid("dutyPhoneId", "spotcheck.duty-phone-unknown"));
        var check = SpotCheckEntity.requested(
                summaryOf(station, phone.number()), phone, supervisor, config.answerWithin(), clock.instant());
        return store.queueFor(dutyPhoneId)
                .chain(() -> store.isBeingChecked(dutyPhoneId))
                .chain(isRunning -> {
                    if (isRunning) {
                        throw Failure.conflict("spotcheck.running");
                    }
                    return store.persist(check);
                })
                .replaceWith(check);
    }

    private static StationSummary summaryOf(StationView station, String dutyPhone) {
        return new StationSummary(
                station.id(),
                station.code(),
                station.name(),
                station.office(),
                station.latitude(),
                station.longitude(),
                dutyPhone);
    }

    /**
     * Steps 3 and 4. A caller may have come into the queue meanwhile, or our side may have been held up: then the order is
     * not given any more and the check ends without counting.
     */
    private Uni<Void> order(SpotCheckEntity check) {
        if (clock.instant().isAfter(check.requestedAt.plus(config.orderWithin()))) {
            return withdraw(check, Failure.conflict("spotcheck.order-late"));
        }
        if (telephony.waitingCalls() > 0) {
            return withdraw(
                    check, Failure.conflict("spotcheck.calls-waiting", Map.of("waiting", telephony.waitingCalls())));
        }
        return bridge.uni("spot-check-dial", config.switchTimeout(), () -> telephony.dial(orderOf(check)))
                .onFailure()
                .recoverWithUni(failure -> refused(check, Failures.of(failure)))
                .chain(taken -> taken.accepted()
                        ? inTransaction(() -> ends.dialled(check.attemptId))
                        : Uni.createFrom().voidItem());
    }

    private DialOrder orderOf(SpotCheckEntity check) {
        return new DialOrder(
                check.attemptId,
                DialPurpose.SPOT_CHECK,
                PhoneNumber.parse(check.number),
                null,
                config.ringTimeout(),
                config.callerId());
    }

    /** A refusal by our own rules means that nothing rang; of any other failure nobody knows, and the sweep asks. */
    private Uni<DialAttempt> refused(SpotCheckEntity check, Failure failure) {
        if (failure.kind() == FailureKind.DENIED || failure.kind() == FailureKind.INVALID) {
            return withdraw(check, failure);
        }
        LOG.warnf("Whether spot check %s was dialled is not known, the sweep will ask: %s", check.id, failure);
        return Uni.createFrom().failure(Failure.upstream("spotcheck.switch-away", Map.of(), failure));
    }

    private <T> Uni<T> withdraw(SpotCheckEntity check, Failure failure) {
        return inTransaction(() -> ends.neverDialled(check.attemptId))
                .chain(() -> Uni.createFrom().failure(failure));
    }

    /** Does one step in a transaction and tells what it changed once that is committed; nothing of what is not dialled. */
    Uni<Void> inTransaction(Supplier<Uni<Optional<SpotCheckEntity>>> step) {
        return Panache.withTransaction(
                () -> step.get().chain(changed -> changed.filter(check -> check.state != SpotCheckState.CLAIMED)
                        .map(check -> AfterCommit.run(() -> facts.publish(new SpotCheckChanged(check.toView()))))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }
}
