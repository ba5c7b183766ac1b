package org.rescueline.vehicle.gps.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.rescueline.vehicle.gps.GpsConfig;

/** How much memory the messages that are not whole yet take, over all connections. */
@Singleton
class PartsMemory {
    private final AtomicLong used = new AtomicLong();
    private final long limit;

    PartsMemory(GpsConfig config, MeterRegistry meters) {
        this.limit = config.parts().maxBytes();
        Gauge.builder("rescueline.gps.parts.bytes", used, AtomicLong::get).register(meters);
    }

    /** Takes so many bytes unless that would be too many. From any thread. */
    boolean take(int bytes) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(int bytes) {
        used.addAndGet(-bytes);
    }
}
