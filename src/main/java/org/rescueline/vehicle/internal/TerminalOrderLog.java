package org.rescueline.vehicle.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Ids;
import org.rescueline.vehicle.TerminalOrderKind;
import org.rescueline.vehicle.TerminalOrderOutcome;
import org.rescueline.vehicle.TerminalOrderView;

/** The orders given to terminals, in the table {@code terminal_order}. */
@Singleton
class TerminalOrderLog {
    private static final String COLUMNS =
            "id, vehicle_id, terminal_phone, kind, detail, actor_kind, actor_id, actor_name,"
                    + " ordered_at, outcome, answered_at";
    private static final String WRITE = "insert into terminal_order (" + COLUMNS
            + ", sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null, $9) returning " + COLUMNS;
    private static final String WRITE_IN_TRANSACTION =
            "insert into terminal_order (id, vehicle_id, terminal_phone, kind,"
                    + " detail, actor_kind, actor_id, actor_name, ordered_at)"
                    + " values (:id, :vehicle, :phone, :kind, :detail, :actorKind, :actorId, :actorName, :at)";
    private static final String TAKE = "update terminal_order set sent_at = $2 where id = $1 and sent_at is null";
    private static final String GET = "select " + COLUMNS + " from terminal_order where id = $1";
    private static final String FINISH =
            "update terminal_order set outcome = $2, answered_at = $3 where id = $1 returning " + COLUMNS;
    private static final String LIST =
            "select " + COLUMNS + " from terminal_order where vehicle_id = $1 order by ordered_at desc, id limit $2";

    private final Pool pool;
    private final Clock clock;

    TerminalOrderLog(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<TerminalOrderView> write(
            UUID vehicleId, String terminalPhone, TerminalOrderKind kind, String detail, Actor actor) {
        return one(
                WRITE,
                Tuple.tuple()
                        .addUUID(Ids.next())
                        .addUUID(vehicleId)
                        .addString(terminalPhone)
                        .addString(kind.name())
                        .addString(detail)
                        .addString(actor.kind().name())
                        .addString(actor.id())
                        .addString(actor.name())
                        .addOffsetDateTime(now()));
    }

    /** Writes an order that is not sent yet, in the transaction that is open on this context. */
    Uni<TerminalOrderView> writeInTransaction(
            UUID vehicleId, String terminalPhone, TerminalOrderKind kind, String detail, Actor actor) {
        // To the microsecond, as the database keeps it.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TerminalOrderView order =
                new TerminalOrderView(Ids.next(), vehicleId, terminalPhone, kind, detail, actor, at, null, null);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WRITE_IN_TRANSACTION)
                        .setParameter("id", order.id())
                        .setParameter("vehicle", vehicleId)
                        .setParameter("phone", terminalPhone)
                        .setParameter("kind", kind.name())
                        .setParameter("detail", detail)
                        .setParameter("actorKind", actor.kind().name())
                        .setParameter("actorId", actor.id())
                        .setParameter("actorName", actor.name())
                        .setParameter("at", at)
                        .executeUpdate())
                .replaceWith(order);
    }

    /** Whether the order is now ours to send: one taker gets it. */
    Uni<Boolean> takeToSend(UUID id) {
        return pool.preparedQuery(TAKE).execute(Tuple.of(id, now())).map(taken -> taken.rowCount() == 1);
    }

    Uni<TerminalOrderView> get(UUID id) {
        return one(GET, Tuple.of(id));
    }

    Uni<TerminalOrderView> finish(UUID id, TerminalOrderOutcome outcome) {
        return one(FINISH, Tuple.of(id, outcome.name(), now()));
    }

    Uni<List<TerminalOrderView>> list(UUID vehicleId, int limit) {
        return pool.preparedQuery(LIST).execute(Tuple.of(vehicleId, limit)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(TerminalOrderLog::view)
                .toList());
    }

    private Uni<TerminalOrderView> one(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> view(rows.iterator().next()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static TerminalOrderView view(Row row) {
        String outcome = row.getString("outcome");
        OffsetDateTime answeredAt = row.getOffsetDateTime("answered_at");
        return new TerminalOrderView(
                row.getUUID("id"),
                row.getUUID("vehicle_id"),
                row.getString("terminal_phone"),
                TerminalOrderKind.valueOf(row.getString("kind")),
                row.getString("detail"),
                new Actor(
                        ActorKind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name")),
                row.getOffsetDateTime("ordered_at").toInstant(),
                outcome == null ? null : TerminalOrderOutcome.valueOf(outcome),
                answeredAt == null ? null : answeredAt.toInstant());
    }
}
