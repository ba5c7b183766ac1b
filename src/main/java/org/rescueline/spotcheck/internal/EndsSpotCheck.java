package org.rescueline.spotcheck.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rescueline.station.StationService;
import org.rescueline.telephony.DialOutcome;

/**
 * Brings a spot check to its end, once, whoever tells of it first. The verdict and the duty phone's record are written in
 * one transaction: a station's last check is never another than the one that the list shows.
 */
@ApplicationScoped
class EndsSpotCheck {

    private final SpotCheckStore store;
    private final StationService stations;
    private final Clock clock;

    EndsSpotCheck(SpotCheckStore store, StationService stations, Clock clock) {
        this.store = store;
        this.stations = stations;
        this.clock = clock;
    }

    /** The switch has taken the order. */
    Uni<Optional<SpotCheckEntity>> dialled(UUID attemptId) {
        return whileRunning(attemptId, check -> {
            check.dialled(clock.instant());
            return Uni.createFrom().voidItem();
        });
    }

    /** The switch tells how it ended. */
    Uni<Optional<SpotCheckEntity>> ended(UUID attemptId, DialOutcome outcome) {
        return whileRunning(attemptId, check -> {
            var judgement = JudgesSpotCheck.judge(outcome, check.answerWithin());
            check.judge(judgement, outcome);
            return stations.recordDutyPhoneCheck(check.dutyPhoneId, check.toDutyPhoneCheck(judgement.verdict()));
        });
    }

    /** Nothing rang: a fault of our own, which says nothing about the station. */
    Uni<Optional<SpotCheckEntity>> neverDialled(UUID attemptId) {
        return whileRunning(attemptId, check -> {
            check.neverDialled(clock.instant());
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Optional<SpotCheckEntity>> whileRunning(UUID attemptId, Function<SpotCheckEntity, Uni<Void>> change) {
        return store.lockByAttempt(attemptId)
                .map(found -> found.filter(SpotCheckEntity::isRunning))
                .call(found ->
                        found.map(change).orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
