package org.rescueline.shared.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where PostgreSQL is and how long it may take. Without a host the launcher starts the embedded server. */
@ConfigMapping(prefix = "rescueline.database")
public interface DatabaseConfig {

    /** The server's name or address. */
    String host();

    /** The server's port. */
    int port();

    /** The database. */
    String name();

    /** The role that owns the tables. */
    String user();

    /** The role's password; from the environment. */
    Optional<String> password();

    /** How many connections one node keeps at most. */
    int poolSize();

    /** How long a request waits for a connection, be it that all are busy or that the server is away. */
    @WithDefault("PT5S")
    Duration acquireTimeout();

    /** After this the server gives up on a statement and rolls its transaction back. */
    @WithDefault("PT60S")
    Duration statementTimeout();

    /** After this the server closes a transaction that asks nothing, as a node that hangs would leave it, locks and all. */
    @WithDefault("PT60S")
    Duration idleInTransactionTimeout();

    /** How long the readiness probe waits for an answer. */
    @WithDefault("PT3S")
    Duration readinessTimeout();
}
