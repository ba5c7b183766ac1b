package org.rescueline.vehicle.gps.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.rescueline.vehicle.gps.fix.Correction;
import org.rescueline.vehicle.gps.fix.DropReason;

/** What is counted of positions. Every report ends in exactly one of taken, set aside, dropped or not queued. */
@Singleton
public class GpsMeters {
    private final Counter taken;
    private final Counter notQueued;
    private final Counter sosTold;
    private final Map<DropReason, Counter> dropped = new EnumMap<>(DropReason.class);
    private final Map<DropReason, Counter> setAside = new EnumMap<>(DropReason.class);
    private final Map<Correction, Counter> corrected = new EnumMap<>(Correction.class);

    GpsMeters(MeterRegistry meters) {
        taken = meters.counter("rescueline.positions.taken");
        notQueued = meters.counter("rescueline.positions.not.queued");
        sosTold = meters.counter("rescueline.sos.told");
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, meters.counter("rescueline.positions.dropped", "reason", reason.label()));
            setAside.put(reason, meters.counter("rescueline.positions.set.aside", "reason", reason.label()));
        }
        for (Correction correction : Correction.values()) {
            corrected.put(correction, meters.counter("rescueline.positions.corrected", "reason", correction.label()));
        }
    }

    void taken() {
        taken.increment();
    }

    void notQueued() {
        notQueued.increment();
    }

    void sosTold() {
        sosTold.increment();
    }

    void dropped(DropReason reason) {
        count(dropped, reason);
    }

    void setAside(DropReason reason) {
        count(setAside, reason);
    }

    void corrected(Correction correction) {
        count(corrected, correction);
    }

    /** Every key was entered in the constructor. */
    private static <K> void count(Map<K, Counter> counters, K key) {
        Objects.requireNonNull(counters.get(key)).increment();
    }
}
