package org.rescueline.report.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rescueline.report.CallSummary;
import org.rescueline.report.CallsToday;
import org.rescueline.report.Definition;
import org.rescueline.report.ReportConfig;

/**
 * Today's calls. One reading serves every page that asks within {@code rescueline.report.cache}: twenty wallboards that ask each
 * second must not count the day twenty times.
 */
@ApplicationScoped
public class CallReports {

    private static final Duration RECENT = Duration.ofMinutes(30);

    private final TallyStore store;
    private final OperatorStates operators;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration cache;
    private final DayFigures.Targets targets;
    private final Map<String, Definition> definitions;
    private final AtomicReference<@Nullable DayFigures> latest = new AtomicReference<>();

    CallReports(TallyStore store, OperatorStates operators, Clock clock, ReportConfig config) {
        this.store = store;
        this.operators = operators;
        this.clock = clock;
        this.zone = config.zone();
        this.cache = config.cache();
        this.targets = new DayFigures.Targets(config.targetPercentWithin15(), config.targetPercentWithin20());
        this.definitions = Definitions.of(config);
    }

    /** The few figures every page shows. */
    public Uni<CallSummary> summary() {
        return figures().map(day -> day.summary(targets, definitions));
    }

    /** Everything, for the supervisor. */
    public Uni<CallsToday> today() {
        return figures().chain(day -> store.count(day.asOf().minus(RECENT), day.asOf())
                .map(rows -> DayFigures.lastMinutes((int) RECENT.toMinutes(), rows, targets))
                .chain(recent -> operators
                        .list(day.from())
                        .map(states -> new CallsToday(
                                day.summary(targets, definitions),
                                day.perDialedNumber(),
                                day.halfHours(),
                                recent,
                                states))));
    }

    private Uni<DayFigures> figures() {
        var now = clock.instant();
        var known = latest.get();
        if (known != null
                && now.isBefore(known.asOf().plus(cache))
                && !known.asOf().isAfter(now)) {
            return Uni.createFrom().item(known);
        }
        var midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        return read(midnight, now).invoke(latest::set);
    }

    private Uni<DayFigures> read(Instant from, Instant asOf) {
        return store.count(from, asOf)
                .chain(rows -> store.countWaiting().map(waiting -> new DayFigures(from, asOf, rows, waiting)));
    }
}
