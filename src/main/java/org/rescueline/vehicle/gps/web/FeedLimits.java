package org.rescueline.vehicle.gps.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.gps.GpsConfig;

/** How many positions each feed may send: so many a second on average, and ten seconds' worth at once. */
@Singleton
class FeedLimits {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BURST_SECONDS = 10;

    private final Map<String, Allowance> byKey = new ConcurrentHashMap<>();
    private final int perSecond;
    private final Clock clock;

    FeedLimits(GpsConfig config, Clock clock) {
        this.perSecond = config.maxFeedPositionsPerSecond();
        this.clock = clock;
    }

    /**
     * What is left of one key's allowance.
     *
     * @param left may be below zero after a request larger than the allowance, which is then paid off
     */
    private record Allowance(double left, Instant at) {}

    /**
     * Takes a request of a feed, or refuses it with 429 {@code vehicle.feed-too-fast}. A request is taken while anything is
     * left, so that a large one passes too, and the next has to wait for it.
     *
     * @param key id of the feed's key
     */
    void take(String key, int positions) {
        Instant now = clock.instant();
        double most = (double) perSecond * BURST_SECONDS;
        boolean[] isTaken = new boolean[1];
        byKey.compute(key, (ignored, before) -> {
            double left = before == null ? most : Math.min(most, before.left() + earned(before.at(), now));
            isTaken[0] = left > 0;
            return new Allowance(isTaken[0] ? left - positions : left, now);
        });
        if (!isTaken[0]) {
            throw Failure.conflict("vehicle.feed-too-fast", Map.of("perSecond", perSecond))
                    .withStatus(TOO_MANY_REQUESTS);
        }
    }

    private double earned(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis()) / 1000.0 * perSecond;
    }
}
