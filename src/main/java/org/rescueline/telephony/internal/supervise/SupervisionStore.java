package org.rescueline.telephony.internal.supervise;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.SupervisionMode;
import org.rescueline.telephony.SupervisionView;

/**
 * The rows of supervisions. When one was joined and ended is read from the ledger, which knows the supervisor's channel by its
 * id; one whose channel never came into being ended when the switch refused, or {@code $2} after it was asked for.
 */
@ApplicationScoped
class SupervisionStore {

    private static final String SELECT = """
            select s.id, s.call_id, s.operator_extension, s.supervisor_id, s.supervisor_name, s.mode, s.asked_at,
                   l.answered_at as joined_at,
                   case when l.id is null then coalesce(s.refused_at, case when s.asked_at < $2 then s.asked_at end)
                        else l.ended_at end as ended_at
              from supervision s
              left join call_leg l on l.uniqueid = s.id::text
            """;

    private final Pool pool;

    SupervisionStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(SupervisionView asked) {
        return pool.preparedQuery("""
                        insert into supervision (id, call_id, operator_extension, supervisor_id, supervisor_name, mode,
                                                 asked_at)
                        values ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(Tuple.tuple()
                        .addUUID(asked.id())
                        .addUUID(asked.callId())
                        .addString(asked.operatorExtension())
                        .addUUID(asked.supervisorId())
                        .addString(asked.supervisorName())
                        .addString(asked.mode().name())
                        .addOffsetDateTime(utc(asked.askedAt())))
                .replaceWithVoid();
    }

    Uni<Void> refuse(UUID id, Instant at) {
        return pool.preparedQuery("update supervision set refused_at = $2 where id = $1")
                .execute(Tuple.of(id, utc(at)))
                .replaceWithVoid();
    }

    /** Whether the call of this Linkedid is a supervisor's. */
    Uni<Optional<SupervisionView>> find(UUID id, Instant givenUpBefore) {
        return pool.preparedQuery(SELECT + "where s.id = $1")
                .execute(Tuple.of(id, utc(givenUpBefore)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SupervisionStore::read)
                        .findFirst());
    }

    Uni<List<SupervisionView>> listOf(UUID callId, Instant givenUpBefore) {
        return pool.preparedQuery(SELECT + "where s.call_id = $1 order by s.asked_at desc, s.id")
                .execute(Tuple.of(callId, utc(givenUpBefore)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SupervisionStore::read)
                        .toList());
    }

    private static SupervisionView read(Row row) {
        return new SupervisionView(
                row.getUUID("id"),
                row.getUUID("call_id"),
                row.getString("operator_extension"),
                row.getUUID("supervisor_id"),
                row.getString("supervisor_name"),
                SupervisionMode.valueOf(row.getString("mode")),
                row.getOffsetDateTime("asked_at").toInstant(),
                instant(row.getOffsetDateTime("joined_at")),
                instant(row.getOffsetDateTime("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
