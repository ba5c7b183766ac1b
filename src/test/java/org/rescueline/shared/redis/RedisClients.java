package org.rescueline.shared.redis;

import java.time.Duration;

/** Clients for tests that kill their own Redis. */
public final class RedisClients {

    private RedisClients() {}

    /** A client of the server on this port, whether it is there or not. */
    public static Redis at(int port) {
        return new Redis(new AtPort("redis://127.0.0.1:" + port));
    }

    /** Ends the client. */
    public static void close(Redis redis) {
        redis.close();
    }

    private record AtPort(String uri) implements RedisConfig {

        @Override
        public boolean cluster() {
            return false;
        }

        @Override
        public Duration commandTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration retryInterval() {
            return Duration.ofMillis(100);
        }
    }
}
