package org.rescueline.security.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sign-ins in the table {@code user_session}. */
@ApplicationScoped
class SessionStore {

    private final Pool pool;

    SessionStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(SecretToken token, UUID userId, Instant startedAt, Instant expiresAt, String address) {
        return pool.preparedQuery("""
                        insert into user_session (token_hash, user_id, started_at, last_seen_at, expires_at, address)
                        values ($1, $2, $3, $3, $4, $5)""")
                .execute(Tuple.of(Rows.bytes(token.key()), userId, Rows.utc(startedAt), Rows.utc(expiresAt), address))
                .replaceWithVoid();
    }

    /** The session if it still holds at {@code now}: neither idle for too long nor past its end, its user active. */
    Uni<Optional<Session>> find(String key, Instant now, Instant seenSince) {
        return pool.preparedQuery("""
                        select s.last_seen_at, s.expires_at,
                               u.id, u.username, u.display_name, u.roles, u.extension, u.language, u.active, u.version
                          from user_session s join user_account u on u.id = s.user_id
                         where s.token_hash = $1 and s.expires_at > $2 and s.last_seen_at > $3 and u.active""")
                .execute(Tuple.of(Rows.bytes(key), Rows.utc(now), Rows.utc(seenSince)))
                .map(rows -> Rows.first(rows, row -> read(key, row)));
    }

    Uni<Set<UUID>> listUserIds(Instant now, Instant seenSince) {
        return pool.preparedQuery(
                        "select distinct user_id from user_session where expires_at > $1 and last_seen_at > $2")
                .execute(Tuple.of(Rows.utc(now), Rows.utc(seenSince)))
                .map(rows -> Set.copyOf(Rows.all(rows, row -> row.getUUID("user_id"))));
    }

    Uni<Void> touch(String key, Instant now) {
        return pool.preparedQuery("update user_session set last_seen_at = $2 where token_hash = $1")
                .execute(Tuple.of(Rows.bytes(key), Rows.utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> delete(String key) {
        return pool.preparedQuery("delete from user_session where token_hash = $1")
                .execute(Tuple.of(Rows.bytes(key)))
                .replaceWithVoid();
    }

    Uni<Void> deleteOf(SqlClient client, UUID userId) {
        return client.preparedQuery("delete from user_session where user_id = $1")
                .execute(Tuple.of(userId))
                .replaceWithVoid();
    }

    Uni<Void> deleteEnded(Instant now, Instant seenSince) {
        return pool.preparedQuery("delete from user_session where expires_at <= $1 or last_seen_at <= $2")
                .execute(Tuple.of(Rows.utc(now), Rows.utc(seenSince)))
                .replaceWithVoid();
    }

    private static Session read(String key, Row row) {
        return new Session(
                key, Account.userFrom(row), Rows.instant(row, "last_seen_at"), Rows.instant(row, "expires_at"));
    }
}
