package org.rescueline.report.internal;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.rescueline.shared.Ids;

/** Writes calls into the ledger as the telephone room leaves them. */
final class LedgerRows {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Pool pool;

    LedgerRows(Pool pool) {
        this.pool = pool;
    }

    UUID answered(String number, Instant offered, double waitSeconds, double talkSeconds) {
        var answered = offered.plusMillis((long) (waitSeconds * 1000));
        return insert(
                "INBOUND", "ENDED", number, offered, answered, answered.plusMillis((long) (talkSeconds * 1000)), null);
    }

    UUID talking(String number, Instant offered, double waitSeconds) {
        return insert(
                "INBOUND", "ANSWERED", number, offered, offered.plusMillis((long) (waitSeconds * 1000)), null, null);
    }

    UUID abandoned(String number, Instant offered, double waitSeconds) {
        var gone = offered.plusMillis((long) (waitSeconds * 1000));
        return insert("INBOUND", "ABANDONED", number, offered, null, gone, gone);
    }

    UUID waiting(String number, Instant offered) {
        return insert("INBOUND", "QUEUED", number, offered, null, null, null);
    }

    UUID outbound(String number, Instant offered) {
        return insert("OUTBOUND", "ENDED", number, offered, offered.plusSeconds(5), offered.plusSeconds(50), null);
    }

    void operatorLeg(UUID call, String extension, Instant ringing, Instant answered, Instant ended) {
        pool.preparedQuery("""
                        insert into call_leg (id, pbx, uniqueid, call_id, linkedid, linked_at, channel, role, extension,
                                              first_seen_at, ringing_at, answered_at, bridged_at, ended_at, rebuilt, version)
                        values ($1, 'report-test', $2, $3, 'x', $4, 'PJSIP/x', 'OPERATOR', $5, $4, $4, $6, $6, $7, false, 0)""")
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(Ids.next().toString())
                        .addUUID(call)
                        .addOffsetDateTime(utc(ringing))
                        .addString(extension)
                        .addOffsetDateTime(utc(answered))
                        .addOffsetDateTime(utc(ended)))
                .await()
                .atMost(TIMEOUT);
    }

    void finish(UUID call) {
        pool.preparedQuery(
                        "update call set state = 'ABANDONED', abandoned_at = offered_at, ended_at = offered_at where id = $1")
                .execute(Tuple.of(call))
                .await()
                .atMost(TIMEOUT);
    }

    private UUID insert(
            String direction,
            String state,
            String number,
            Instant offered,
            Instant answered,
            Instant ended,
            Instant abandoned) {
        var id = Ids.next();
        pool.preparedQuery("""
                        insert into call (id, pbx, linkedid, direction, state, dialed_number, offered_at, answered_at,
                                          ended_at, abandoned_at, rebuilt, version)
                        values ($1, 'report-test', $2, $3, $4, $5, $6, $7, $8, $9, false, 0)""")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(id.toString())
                        .addString(direction)
                        .addString(state)
                        .addString(number)
                        .addOffsetDateTime(utc(offered))
                        .addOffsetDateTime(utc(answered))
                        .addOffsetDateTime(utc(ended))
                        .addOffsetDateTime(utc(abandoned)))
                .await()
                .atMost(TIMEOUT);
        return id;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
