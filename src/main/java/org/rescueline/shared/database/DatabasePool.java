package org.rescueline.shared.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Gives the pool its deadlines, so that a database that hangs makes requests fail instead of pile up. */
@Singleton
public class DatabasePool implements PgPoolCreator {

    private final DatabaseConfig config;

    @Inject
    DatabasePool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        servers.forEach(this::limit);
        var pool = input.poolOptions()
                .setConnectionTimeout((int) config.acquireTimeout().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .using(input.vertx())
                .with(pool)
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .build();
    }

    private void limit(PgConnectOptions server) {
        server.setConnectTimeout((int) config.acquireTimeout().toMillis());
        server.setTcpKeepAlive(true);
        server.addProperty("statement_timeout", millis(config.statementTimeout()));
        server.addProperty("idle_in_transaction_session_timeout", millis(config.idleInTransactionTimeout()));
        server.addProperty("application_name", "rescueline");
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
