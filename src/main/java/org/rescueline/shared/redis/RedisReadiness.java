package org.rescueline.shared.redis;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether Redis answers. The service runs on without it, but it is not whole. */
@Readiness
@Singleton
public class RedisReadiness implements AsyncHealthCheck {

    private static final String NAME = "Redis";

    private final Redis redis;

    @Inject
    RedisReadiness(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.call(commands -> commands.ping())
                .map(pong -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
