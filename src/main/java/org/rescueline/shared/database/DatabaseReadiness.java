package org.rescueline.shared.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether PostgreSQL answers over the very pool that serves the requests. The framework's own checks are off:
 * one of them would open a JDBC connection for each probe.
 */
@Readiness
@Singleton
public class DatabaseReadiness implements AsyncHealthCheck {

    private static final String NAME = "PostgreSQL";

    private final Pool pool;
    private final DatabaseConfig config;

    @Inject
    DatabaseReadiness(Pool pool, DatabaseConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query("select 1")
                .execute()
                .ifNoItem()
                .after(config.readinessTimeout())
                .fail()
                .map(rows -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
