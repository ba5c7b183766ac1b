package org.rescueline.shared;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Recognises foreign exceptions for what they are. */
public final class Failures {

    private static final int UNAVAILABLE = 503;
    /** A chain of causes can be a circle; nobody wraps more often than this. */
    private static final int DEEPEST = 20;

    /** SQLSTATE classes and codes of a server that is going away, full, or not up yet. */
    private static final Set<String> SERVER_AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION_CLASS = "08";
    private static final String DUPLICATE = "23505";

    /** What the pool says without a type of its own: the server went away, or no connection was to be had in time. */
    private static final Set<String> AWAY_IN_WORDS = Set.of("Connection was closed", "Timeout waiting for connection");

    private Failures() {}

    /** The failure that an exception stands for; BUG when it is none we know. */
    public static Failure of(Throwable thrown) {
        var chain = chain(thrown);
        return chain.stream()
                .filter(Failure.class::isInstance)
                .map(Failure.class::cast)
                .findFirst()
                .orElseGet(() -> foreign(thrown, chain));
    }

    /** Whether the database refused a row because another one has its key already. */
    public static boolean isDuplicate(Throwable thrown) {
        return chain(thrown).stream()
                .anyMatch(cause -> cause instanceof PgException refused && DUPLICATE.equals(refused.getSqlState()));
    }

    private static Failure foreign(Throwable thrown, List<Throwable> chain) {
        if (chain.stream().anyMatch(Failures::isStale)) {
            return Failure.stale(thrown);
        }
        if (chain.stream().anyMatch(Failures::isDatabaseAway)) {
            return Failure.upstream("shared.database-away", Map.of(), thrown).withStatus(UNAVAILABLE);
        }
        return Failure.bug(thrown);
    }

    private static boolean isStale(Throwable thrown) {
        return thrown instanceof OptimisticLockException || thrown instanceof org.hibernate.StaleStateException;
    }

    /** The other neighbours speak for themselves; a bare socket that breaks here was the database's. */
    private static boolean isDatabaseAway(Throwable thrown) {
        if (thrown instanceof PgException refused) {
            return isAway(refused.getSqlState());
        }
        return thrown instanceof ClosedConnectionException
                || thrown instanceof SocketException
                || thrown instanceof ClosedChannelException
                || thrown instanceof VertxException foreign && AWAY_IN_WORDS.contains(foreign.getMessage());
    }

    private static boolean isAway(@Nullable String sqlState) {
        return sqlState != null && (SERVER_AWAY.contains(sqlState) || sqlState.startsWith(CONNECTION_CLASS));
    }

    private static List<Throwable> chain(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (Throwable next = thrown; next != null && chain.size() < DEEPEST; next = next.getCause()) {
            if (!(next instanceof CompletionException)) {
                chain.add(next);
            }
        }
        return chain;
    }
}
