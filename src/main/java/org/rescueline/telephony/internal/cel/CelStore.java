package org.rescueline.telephony.internal.cel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The table into which the switch writes its record. Its shape is Asterisk's, so it is read as plain SQL. */
@ApplicationScoped
public class CelStore {

    /**
     * Calls of which the record knows something that the ledger lacks, or something earlier by a second or more; those
     * that are still being told are left out. So are the calls of other switches, which write into the same table: a
     * Linkedid is its switch's name, which may have hyphens of its own, then second and number; an order's is known by
     * the order.
     */
    private static final String LACKING = """
            with told as (
                select linkedid, uniqueid,
                       min(eventtime) filter (where eventtype in ('HANGUP', 'CHAN_END')) + $5::interval as ended,
                       min(eventtime) filter (where eventtype = 'ANSWER') + $5::interval as answered,
                       min(eventtime) filter (where eventtype = 'BRIDGE_ENTER') + $5::interval as bridged,
                       min(eventtime) filter (where eventtype = 'APP_START' and appname = 'Queue') + $5::interval
                           as queued,
                       bool_or(eventtype = 'CALLBACK_REQUESTED') as requested,
                       bool_or(eventtype = 'MENU_CHOICE') as chosen,
                       max(eventtime) as last
                from cel
                where eventtime >= $1 and linkedid <> '' and uniqueid <> ''
                  and regexp_replace(linkedid, '-[0-9]+\\.[0-9]+$', '') <> all ($6::text[])
                group by linkedid, uniqueid)
            select t.linkedid
            from told t
            left join call_leg l on l.uniqueid = t.uniqueid and l.pbx = $3
            left join callback_request q on q.call_id = l.call_id
            left join dial_attempt a on a.id = case when t.linkedid ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                                    then t.linkedid::uuid end
            where a.id is null or a.pbx = $3
            group by t.linkedid
            having max(t.last) < $2
               and bool_or(l.id is null
                        or t.ended < coalesce(l.ended_at, 'infinity')
                        or t.answered < coalesce(l.answered_at, 'infinity')
                        or t.bridged < coalesce(l.bridged_at, 'infinity')
                        or t.queued < coalesce(l.queued_at, 'infinity')
                        or t.chosen and l.choice is null
                        or t.requested and q.call_id is null)
            order by min(t.last)
            limit $4
            """;

    private static final String ROWS = """
            select eventtime, eventtype, cid_num, exten, channame, appname, uniqueid, linkedid, extra
            from cel
            where linkedid = $1
            order by eventtime, id
            """;

    private static final String KNOWS = "select exists (select 1 from cel where uniqueid = $1)";

    private final Pool pool;

    CelStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Linkedids of calls that the ledger lacks, wholly or in part.
     *
     * @param since how far back to look
     * @param settledBefore calls whose newest line is younger are left for later
     * @param others the names of the other switches that are attached
     */
    Uni<List<String>> listLacking(String pbx, List<String> others, Instant since, Instant settledBefore, int limit) {
        return pool.preparedQuery(LACKING)
                .execute(Tuple.of(
                        utc(since),
                        utc(settledBefore),
                        pbx,
                        limit,
                        Interval.of(0, 0, 0, 0, 0, 1),
                        others.toArray(String[]::new)))
                .map(rows -> map(rows, row -> row.getString(0)));
    }

    /** The record of one call, in order. */
    Uni<List<CelRow>> listOf(String linkedid) {
        return pool.preparedQuery(ROWS).execute(Tuple.of(linkedid)).map(rows -> map(rows, CelStore::row));
    }

    /** Whether the record knows a channel. */
    public Uni<Boolean> knows(String uniqueid) {
        return pool.preparedQuery(KNOWS)
                .execute(Tuple.of(uniqueid))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static CelRow row(Row row) {
        return new CelRow(
                row.getOffsetDateTime(0).toInstant(),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static <T> List<T> map(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
