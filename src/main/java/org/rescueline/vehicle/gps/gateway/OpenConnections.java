package org.rescueline.vehicle.gps.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rescueline.vehicle.gps.GpsConfig;

/** How many connections are open, and whether one more may be. */
@Singleton
public class OpenConnections {
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Integer> byHost = new ConcurrentHashMap<>();
    private final int most;
    private final OptionalInt mostOfOneHost;
    private final GatewayMeters closings;
    private final UnknownSenders strangers;
    private final Clock clock;

    OpenConnections(
            GpsConfig config, MeterRegistry meters, GatewayMeters closings, UnknownSenders strangers, Clock clock) {
        this.closings = closings;
        this.strangers = strangers;
        this.clock = clock;
        this.most = config.maxConnections();
        this.mostOfOneHost = config.maxConnectionsPerAddress();
        Gauge.builder("rescueline.gps.connections", count, AtomicInteger::get).register(meters);
    }

    /** How many connections are open. */
    public int count() {
        return count.get();
    }

    /** Counts one more, unless that would be too many: then it must be closed. From any thread. */
    boolean admit(String host) {
        if (count.incrementAndGet() > most || !admitHost(host)) {
            count.decrementAndGet();
            turnAway(host);
            return false;
        }
        return true;
    }

    /** One that is not let in is counted, in all and for its address. */
    void turnAway(String host) {
        closings.closed(ClosingReason.TOO_MANY);
        strangers.count(host, ClosingReason.TOO_MANY.label(), clock.instant());
    }

    /** One that was admitted has ended. */
    void closed(String host) {
        count.decrementAndGet();
        if (mostOfOneHost.isPresent()) {
            byHost.computeIfPresent(host, (ignored, open) -> open == 1 ? null : open - 1);
        }
    }

    /** Addresses are only remembered where somebody wants them limited. */
    private boolean admitHost(String host) {
        if (mostOfOneHost.isEmpty()) {
            return true;
        }
        int open = byHost.merge(host, 1, Integer::sum);
        if (open <= mostOfOneHost.getAsInt()) {
            return true;
        }
        byHost.computeIfPresent(host, (ignored, more) -> more == 1 ? null : more - 1);
        return false;
    }
}
