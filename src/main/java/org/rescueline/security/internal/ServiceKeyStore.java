package org.rescueline.security.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rescueline.security.Role;

/** Keys of machines in the table {@code service_key}. */
@ApplicationScoped
class ServiceKeyStore {

    private static final String SELECT = "select id, name, role, created_at, expires_at, revoked_at from service_key ";

    private final Pool pool;

    ServiceKeyStore(Pool pool) {
        this.pool = pool;
    }

    /** Writes the key; false when the name is taken. */
    Uni<Boolean> insert(SqlClient client, ServiceKey key, SecretToken secret, UUID createdBy) {
        var values = Tuple.tuple()
                .addUUID(key.id())
                .addString(key.name())
                .addString(key.role().name())
                .addValue(Rows.bytes(secret.key()))
                .addOffsetDateTime(Rows.utc(key.createdAt()))
                .addUUID(createdBy)
                .addOffsetDateTime(Rows.utcIfAny(key.expiresAt()));
        return client.preparedQuery("""
                        insert into service_key (id, name, role, key_hash, created_at, created_by, expires_at)
                        values ($1, $2, $3, $4, $5, $6, $7) on conflict (name) do nothing""").execute(values).map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<ServiceKey>> findWorking(String hash, Instant now) {
        return pool.preparedQuery(SELECT
                        + "where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)")
                .execute(Tuple.of(Rows.bytes(hash), Rows.utc(now)))
                .map(rows -> Rows.first(rows, ServiceKeyStore::read));
    }

    Uni<List<ServiceKey>> list() {
        return pool.preparedQuery(SELECT + "order by created_at desc, id")
                .execute()
                .map(rows -> Rows.all(rows, ServiceKeyStore::read));
    }

    /** Takes the key away; empty when there is none of this id. Twice is the same as once. */
    Uni<Optional<ServiceKey>> revoke(SqlClient client, UUID id, Instant now) {
        return client.preparedQuery("""
                        update service_key set revoked_at = coalesce(revoked_at, $2) where id = $1
                        returning id, name, role, created_at, expires_at, revoked_at""")
                .execute(Tuple.of(id, Rows.utc(now)))
                .map(rows -> Rows.first(rows, ServiceKeyStore::read));
    }

    private static ServiceKey read(Row row) {
        return new ServiceKey(
                row.getUUID("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Rows.instant(row, "created_at"),
                Rows.instantIfAny(row, "expires_at"),
                Rows.instantIfAny(row, "revoked_at"));
    }
}
