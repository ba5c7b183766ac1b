package org.rescueline.report.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rescueline.report.ReportConfig;

/** Counts the ledger through the views of migrations V0900 and V1201. Reads only. */
@ApplicationScoped
class TallyStore {

    private final Pool pool;
    private final Duration shortAbandon;

    TallyStore(Pool pool, ReportConfig config) {
        this.pool = pool;
        this.shortAbandon = config.shortAbandon();
    }

    /** The calls offered in {@code [from, asOf)}, by half hour since {@code from} and dialed number. */
    Uni<List<TallyRow>> count(Instant from, Instant asOf) {
        return pool.preparedQuery("""
                        select floor(extract(epoch from offered_at - $1::timestamptz) / 1800)::int as half_hour,
                               dialed_number,
                               count(*) as offered,
                               count(answered_at) as answered,
                               count(*) filter (where abandoned) as abandoned,
                               count(*) filter (where abandoned and wait_seconds <= $3::double precision) as short_abandoned,
                               count(*) filter (where callback_requested) as callback_requested,
                               count(*) filter (where answered_at is not null and wait_seconds <= 15) as within15,
                               count(*) filter (where answered_at is not null and wait_seconds <= 20) as within20,
                               count(*) filter (where waiting and offered_at > $2::timestamptz - interval '15 seconds') as undecided15,
                               count(*) filter (where waiting and offered_at > $2::timestamptz - interval '20 seconds') as undecided20,
                               coalesce(sum(wait_seconds) filter (where answered_at is not null), 0) as answer_seconds,
                               count(handle_seconds) as handled,
                               coalesce(sum(handle_seconds), 0) as handle_seconds,
                               coalesce(sum(transfers), 0)::bigint as transfers,
                               coalesce(sum(coalesce(handle_seconds, extract(epoch from $2::timestamptz - answered_at)::double precision)), 0) as talk_seconds
                          from report_inbound_call
                         where offered_at >= $1::timestamptz and offered_at < $2::timestamptz
                         group by 1, 2""")
                .execute(Tuple.of(utc(from), utc(asOf), shortAbandon.toMillis() / 1000.0))
                .map(rows -> all(rows, TallyStore::readTally));
    }

    /** Who waits now, whenever they came. */
    Uni<List<TallyRow.Waiting>> countWaiting() {
        return pool.preparedQuery("""
                        select dialed_number, count(*) as callers, min(offered_at) as since
                          from report_inbound_call where waiting group by 1""").execute().map(rows -> all(rows, TallyStore::readWaiting));
    }

    /** Of each operator's telephone the present use, or else the last one since {@code from}. */
    Uni<List<TallyRow.Telephone>> listTelephones(Instant from) {
        return pool.preparedQuery("""
                        select distinct on (extension) extension, call_id, ringing_at, answered_at, ended_at
                          from report_operator_telephone
                         where ended_at is null or ended_at >= $1
                         order by extension, ended_at desc nulls first, answered_at desc nulls last, ringing_at desc""").execute(Tuple.of(utc(from))).map(rows -> all(rows, TallyStore::readTelephone));
    }

    private static TallyRow readTally(Row row) {
        return new TallyRow(
                row.getInteger("half_hour"),
                row.getString("dialed_number"),
                new CallTally(
                        row.getLong("offered"),
                        row.getLong("answered"),
                        row.getLong("abandoned"),
                        row.getLong("short_abandoned"),
                        row.getLong("callback_requested"),
                        row.getLong("within15"),
                        row.getLong("within20"),
                        row.getLong("undecided15"),
                        row.getLong("undecided20"),
                        row.getDouble("answer_seconds"),
                        row.getLong("handled"),
                        row.getDouble("handle_seconds"),
                        row.getLong("transfers"),
                        row.getDouble("talk_seconds")));
    }

    private static TallyRow.Waiting readWaiting(Row row) {
        return new TallyRow.Waiting(
                row.getString("dialed_number"),
                row.getLong("callers"),
                row.getOffsetDateTime("since").toInstant());
    }

    private static TallyRow.Telephone readTelephone(Row row) {
        return new TallyRow.Telephone(
                row.getString("extension"),
                row.getUUID("call_id"),
                instant(row, "ringing_at"),
                instant(row, "answered_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
