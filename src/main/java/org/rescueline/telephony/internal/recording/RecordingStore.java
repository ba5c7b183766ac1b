package org.rescueline.telephony.internal.recording;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Ids;

/** The rows of recordings: a table of facts that never change but for a hold and the end, so it is written as SQL. */
@ApplicationScoped
class RecordingStore {

    private static final String SELECT = """
            select r.id, l.call_id, c.operator_id, r.stored_as, r.sha256, r.bytes, r.channels, r.samples_per_second,
                   r.duration_millis, r.recorded_at, r.held, h.reason, h.by_name, r.removed_at
              from recording r
              left join call_leg l on l.pbx = r.pbx and l.uniqueid = r.uniqueid
              left join call c on c.id = l.call_id
              left join lateral (select reason, by_name from recording_hold
                                  where recording_id = r.id and held order by at desc, id desc limit 1) h on r.held
            """;

    private final Pool pool;

    RecordingStore(Pool pool) {
        this.pool = pool;
    }

    /** What the ledger says of a channel. */
    enum Channel {
        UP,
        ENDED,
        UNKNOWN
    }

    Uni<Channel> channel(String pbx, String uniqueid) {
        return pool.preparedQuery("select ended_at from call_leg where pbx = $1 and uniqueid = $2")
                .execute(Tuple.of(pbx, uniqueid))
                .map(rows ->
                        all(rows, row -> row.getOffsetDateTime("ended_at") == null ? Channel.UP : Channel.ENDED)
                                .stream()
                                .findFirst()
                                .orElse(Channel.UNKNOWN));
    }

    /** The hash under which a file of the spool is stored already. */
    Uni<Optional<String>> findStored(SpoolFile file) {
        return pool.preparedQuery("select sha256 from recording where pbx = $1 and file = $2")
                .execute(Tuple.of(file.pbx(), file.name()))
                .map(rows -> all(rows, row -> row.getString("sha256")).stream().findFirst());
    }

    /** Notes what was stored; once only, whoever else does the same. */
    Uni<Void> insert(SpoolFile file, StoredSound stored, Instant at) {
        var format = stored.format();
        return pool.preparedQuery("""
                        insert into recording (id, pbx, file, uniqueid, stored_as, sha256, bytes, channels,
                                               samples_per_second, duration_millis, peaks, recorded_at, moved_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                        on conflict (pbx, file) do nothing""")
                .execute(Tuple.tuple()
                        .addUUID(file.id())
                        .addString(file.pbx())
                        .addString(file.name())
                        .addString(file.uniqueid())
                        .addString(file.storedAs())
                        .addString(stored.sha256())
                        .addLong(stored.bytes())
                        .addInteger(format.channels())
                        .addInteger(format.samplesPerSecond())
                        .addLong(format.durationMillis())
                        .addValue(Buffer.buffer(stored.peaks()))
                        .addOffsetDateTime(utc(file.modifiedAt()))
                        .addOffsetDateTime(utc(at)))
                .replaceWithVoid();
    }

    Uni<List<RecordingRow>> listOf(UUID callId) {
        return pool.preparedQuery(SELECT + "where l.call_id = $1 order by r.recorded_at, r.id")
                .execute(Tuple.of(callId))
                .map(rows -> all(rows, RecordingStore::read));
    }

    Uni<Optional<RecordingRow>> find(UUID id) {
        return pool.preparedQuery(SELECT + "where r.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> all(rows, RecordingStore::read).stream().findFirst());
    }

    Uni<byte[]> peaks(UUID id) {
        return pool.preparedQuery("select peaks from recording where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getBuffer("peaks").getBytes());
    }

    /** Holds or releases; false when it is so already, or gone. */
    Uni<Boolean> setHeld(UUID id, boolean held, String reason, Viewer by, Instant at) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("update recording set held = $2 where id = $1 and held <> $2 and removed_at is null")
                .execute(Tuple.of(id, held))
                .map(RowSet::rowCount)
                .chain(changed -> changed == 0
                        ? Uni.createFrom().item(false)
                        : note(connection, id, held, reason, by, at).replaceWith(true)));
    }

    private static Uni<Void> note(
            SqlConnection connection, UUID id, boolean held, String reason, Viewer by, Instant at) {
        return connection
                .preparedQuery("""
                        insert into recording_hold (id, recording_id, at, held, reason, by_id, by_name)
                        values ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addUUID(id)
                        .addOffsetDateTime(utc(at))
                        .addBoolean(held)
                        .addString(reason)
                        .addUUID(by.userId())
                        .addString(by.name()))
                .replaceWithVoid();
    }

    /** Ends what is older and not held; how many that were. */
    Uni<Integer> removeOlder(Instant recordedBefore, Instant at) {
        return pool.preparedQuery("""
                        update recording set removed_at = $2
                         where recorded_at < $1 and not held and removed_at is null""")
                .execute(Tuple.of(utc(recordedBefore), utc(at)))
                .map(RowSet::rowCount);
    }

    /** A file whose recording was removed and which may still be there. */
    record Going(UUID id, String storedAs) {}

    Uni<List<Going>> listGoing(int limit) {
        return pool.preparedQuery("""
                        select id, stored_as from recording where removed_at is not null and not file_gone
                         order by removed_at limit $1""")
                .execute(Tuple.of(limit))
                .map(rows -> all(rows, row -> new Going(row.getUUID("id"), row.getString("stored_as"))));
    }

    Uni<Void> markGone(UUID id) {
        return pool.preparedQuery("update recording set file_gone = true where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private static RecordingRow read(Row row) {
        return new RecordingRow(
                row.getUUID("id"),
                row.getUUID("call_id"),
                row.getUUID("operator_id"),
                row.getString("stored_as"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getInteger("channels"),
                row.getInteger("samples_per_second"),
                row.getLong("duration_millis"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getBoolean("held"),
                row.getString("reason"),
                row.getString("by_name"),
                instant(row.getOffsetDateTime("removed_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
