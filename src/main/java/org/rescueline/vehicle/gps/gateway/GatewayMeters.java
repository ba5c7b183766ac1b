package org.rescueline.vehicle.gps.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;

/** What is counted at the gateway. */
@Singleton
class GatewayMeters {
    private final Counter frames;
    private final Counter notAuthenticated;
    private final Counter tooManyTerminals;
    private final Counter failures;
    private final Map<ClosingReason, Counter> closed = new EnumMap<>(ClosingReason.class);
    private final Map<FrameRefusal, Counter> refused = new EnumMap<>(FrameRefusal.class);

    GatewayMeters(MeterRegistry meters) {
        frames = meters.counter("rescueline.gps.frames");
        notAuthenticated = meters.counter("rescueline.gps.frames.not.authenticated");
        tooManyTerminals = meters.counter("rescueline.gps.terminals.refused", "reason", "too_many_on_connection");
        failures = meters.counter("rescueline.gps.frames.failed");
        for (ClosingReason reason : ClosingReason.values()) {
            closed.put(reason, meters.counter("rescueline.gps.connections.closed", "reason", reason.label()));
        }
        for (FrameRefusal refusal : FrameRefusal.values()) {
            refused.put(refusal, meters.counter("rescueline.gps.frames.refused", "reason", refusal.label()));
        }
    }

    void frame() {
        frames.increment();
    }

    void notAuthenticated() {
        notAuthenticated.increment();
    }

    void closed(ClosingReason reason) {
        count(closed, reason);
    }

    void tooManyTerminals() {
        tooManyTerminals.increment();
    }

    void failed() {
        failures.increment();
    }

    void refused(FrameRefusal refusal) {
        count(refused, refusal);
    }

    /** Every key was entered in the constructor. */
    private static <K> void count(Map<K, Counter> counters, K key) {
        Objects.requireNonNull(counters.get(key)).increment();
    }
}
