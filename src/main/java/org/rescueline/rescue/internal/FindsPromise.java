package org.rescueline.rescue.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.Priority;
import org.rescueline.rescue.PromiseKind;
import org.rescueline.rescue.PromiseRule;

/** Reads the table of promises from the top; the first row that fits counts. No row, no promise. */
final class FindsPromise {

    private static final double METERS_PER_KM = 1_000;

    private FindsPromise() {}

    /**
     * What a promise depends on.
     *
     * @param roadMeters absent while no station is chosen or the place is unknown
     */
    record Circumstances(
            PromiseKind kind,
            @Nullable Double roadMeters,
            @Nullable String area,
            @Nullable Priority priority,
            Instant startedAt,
            ZoneId zone) {}

    static Optional<RunningPromise> in(List<PromiseRule> rules, Circumstances circumstances) {
        return rules.stream()
                .filter(rule -> fits(rule, circumstances))
                .findFirst()
                .map(rule -> new RunningPromise(circumstances.kind(), circumstances.startedAt(), rule.minutes()));
    }

    private static boolean fits(PromiseRule rule, Circumstances circumstances) {
        return rule.kind() == circumstances.kind()
                && fitsDistance(rule, circumstances.roadMeters())
                && (rule.area() == null || rule.area().equals(circumstances.area()))
                && (rule.priority() == null || rule.priority() == circumstances.priority())
                && fitsHour(rule, circumstances);
    }

    private static boolean fitsDistance(PromiseRule rule, @Nullable Double roadMeters) {
        return rule.upToKm() == null || (roadMeters != null && roadMeters <= rule.upToKm() * METERS_PER_KM);
    }

    private static boolean fitsHour(PromiseRule rule, Circumstances circumstances) {
        var from = rule.fromHour();
        var to = rule.toHour();
        if (from == null || to == null) {
            return true;
        }
        int hour = circumstances.startedAt().atZone(circumstances.zone()).getHour();
        return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }
}
