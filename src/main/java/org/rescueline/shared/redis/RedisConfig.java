package org.rescueline.shared.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where Redis is and how long it may take. */
@ConfigMapping(prefix = "rescueline.redis")
public interface RedisConfig {

    /**
     * {@code redis://host:port}, {@code rediss://} for TLS, {@code redis-sentinel://host1,host2#name}; for a cluster
     * some of its nodes, {@code redis://host1:port,host2:port}. Without it the launcher starts the embedded server.
     */
    @WithDefault("redis://127.0.0.1:6379")
    String uri();

    /** Whether the address is one of a Redis Cluster. */
    @WithDefault("false")
    boolean cluster();

    /** How long one command may take; then the caller is told that Redis is away. */
    @WithDefault("PT1S")
    Duration commandTimeout();

    /** How long connecting may take. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long after a failed attempt to connect the next one is made; calls in between fail at once. */
    @WithDefault("PT1S")
    Duration retryInterval();
}
