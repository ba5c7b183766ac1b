package org.rescueline.vehicle.gps.gateway;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.vehicle.gps.intake.RefusalCounts;

/**
 * What was refused of senders that no terminal is known of, by address. Bounded: beyond so many addresses the rest is
 * counted together.
 */
@Singleton
public class UnknownSenders {
    private static final int MOST_ADDRESSES = 10_000;

    /** Stands for every address beyond those kept. */
    public static final String OTHERS = "others";

    private final Map<String, RefusalCounts> byAddress = new ConcurrentHashMap<>();

    /** Counts one refusal. From any thread. */
    void count(String address, String reason, Instant at) {
        String kept = byAddress.containsKey(address) || byAddress.size() < MOST_ADDRESSES ? address : OTHERS;
        byAddress.computeIfAbsent(kept, ignored -> new RefusalCounts()).count(reason, at);
    }

    /** What was refused of each address. */
    public Map<String, RefusalCounts> byAddress() {
        return Map.copyOf(byAddress);
    }
}
