package org.rescueline.security.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code security_audit}: only ever appended to. */
@ApplicationScoped
public class AuditLog {

    private static final String INSERT = """
            insert into security_audit (id, at, kind, user_id, username, address, subject)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private final Pool pool;

    AuditLog(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> append(AuditEntry entry) {
        return append(pool, entry);
    }

    /** Appends in the caller's transaction. */
    Uni<Void> append(SqlClient client, AuditEntry entry) {
        return client.preparedQuery(INSERT).execute(values(entry)).replaceWithVoid();
    }

    Uni<Void> appendAll(List<AuditEntry> entries) {
        return pool.preparedQuery(INSERT)
                .executeBatch(entries.stream().map(AuditLog::values).toList())
                .replaceWithVoid();
    }

    /** The newest entries of the kind, or of every kind, in {@code [from, to)}. */
    public Uni<List<AuditEntry>> list(@Nullable AuditKind kind, Instant from, Instant to, int offset, int limit) {
        return pool.preparedQuery("""
                        select id, at, kind, user_id, username, address, subject from security_audit
                         where ($1::text is null or kind = $1) and at >= $2 and at < $3
                         order by at desc, id desc offset $4 limit $5""")
                .execute(Tuple.of(kind == null ? null : kind.name(), Rows.utc(from), Rows.utc(to), offset, limit))
                .map(rows -> Rows.all(rows, AuditLog::read));
    }

    /** How many entries {@link #list} would find without a limit. */
    public Uni<Long> count(@Nullable AuditKind kind, Instant from, Instant to) {
        return pool.preparedQuery("""
                        select count(*) as found from security_audit
                         where ($1::text is null or kind = $1) and at >= $2 and at < $3""")
                .execute(Tuple.of(kind == null ? null : kind.name(), Rows.utc(from), Rows.utc(to)))
                .map(rows -> rows.iterator().next().getLong("found"));
    }

    private static Tuple values(AuditEntry entry) {
        return Tuple.tuple()
                .addUUID(entry.id())
                .addOffsetDateTime(Rows.utc(entry.at()))
                .addString(entry.kind().name())
                .addUUID(entry.userId())
                .addString(entry.username())
                .addString(entry.address())
                .addString(entry.subject());
    }

    private static AuditEntry read(Row row) {
        return new AuditEntry(
                row.getUUID("id"),
                Rows.instant(row, "at"),
                AuditKind.valueOf(row.getString("kind")),
                row.getUUID("user_id"),
                row.getString("username"),
                row.getString("address"),
                row.getString("subject"));
    }
}
