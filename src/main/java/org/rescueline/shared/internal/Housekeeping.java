package org.rescueline.shared.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.shared.SharedConfig;

/** Forgets what has been delivered and answered long enough ago. */
@Singleton
public class Housekeeping {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final OutboxStore outbox;
    private final IdempotencyStore keys;
    private final ReactiveBridge bridge;
    private final SharedConfig config;
    private final Clock clock;

    @Inject
    Housekeeping(OutboxStore outbox, IdempotencyStore keys, ReactiveBridge bridge, SharedConfig config, Clock clock) {
        this.outbox = outbox;
        this.keys = keys;
        this.bridge = bridge;
        this.config = config;
        this.clock = clock;
    }

    /** Once an hour; several nodes doing it side by side do no harm. */
    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> tidy() {
        var now = clock.instant();
        return bridge.uni(
                "housekeeping",
                DEADLINE,
                () -> Panache.withTransaction(() -> outbox.purge(now.minus(config.outboxRetention()))
                        .chain(() -> keys.purge(now.minus(config.idempotencyRetention())))
                        .replaceWithVoid()));
    }
}
