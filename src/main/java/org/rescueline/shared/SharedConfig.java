package org.rescueline.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the shared tools wait and how long they remember. */
@ConfigMapping(prefix = "rescueline.shared")
public interface SharedConfig {

    /** How long a subscriber may work on one fact from the outbox; then the next one is begun beside it. */
    @WithDefault("PT60S")
    Duration outboxDeliveryDeadline();

    /** How often the outbox is looked through for facts that nobody was woken for: retries, and other nodes' facts. */
    @WithDefault("PT1S")
    Duration outboxSweepInterval();

    /** The first wait after a failed delivery; it doubles with each further failure. */
    @WithDefault("PT0.5S")
    Duration outboxFirstRetry();

    /** The longest wait between two deliveries of the same fact. It is never given up. */
    @WithDefault("PT5M")
    Duration outboxLongestRetry();

    /** How long delivered facts are kept, to look back at. */
    @WithDefault("P3D")
    Duration outboxRetention();

    /** How long a repeated request still gets its first answer. */
    @WithDefault("P2D")
    Duration idempotencyRetention();
}
