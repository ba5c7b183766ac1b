package org.rescueline.vehicle.gps.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections are open. */
@Singleton
public class OpenConnections {
    private final AtomicInteger count = new AtomicInteger();

    OpenConnections(MeterRegistry meters) {
        Gauge.builder("rescueline.gps.connections", count, AtomicInteger::get).register(meters);
    }

    /** How many connections are open. */
    public int count() {
        return count.get();
    }

    void opened() {
        count.incrementAndGet();
    }

    void closed() {
        count.decrementAndGet();
    }
}
