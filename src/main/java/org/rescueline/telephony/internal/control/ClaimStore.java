package org.rescueline.telephony.internal.control;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.rescueline.telephony.CallClaim;

/** Who works which call. Every change is one statement; the primary key and its condition decide who was first. */
@ApplicationScoped
public class ClaimStore {

    private static final String COLUMNS = "call_id, user_id, user_name, extension, claimed_at";

    private final Pool pool;

    ClaimStore(Pool pool) {
        this.pool = pool;
    }

    /** Claims a call that nobody has; empty when somebody has it, be it the same person. */
    Uni<Optional<CallClaim>> claim(CallClaim wanted) {
        return change(
                "insert into call_claim (" + COLUMNS + ", version) values ($1, $2, $3, $4, $5, 0)"
                        + " on conflict (call_id) do nothing returning " + COLUMNS,
                wanted);
    }

    /** Follows the telephone: whoever answered works the call. Empty when that one has it already. */
    Uni<Optional<CallClaim>> follow(CallClaim answered) {
        return change(
                "insert into call_claim as c (" + COLUMNS + ", version) values ($1, $2, $3, $4, $5, 0)"
                        + " on conflict (call_id) do update set user_id = $2, user_name = $3, extension = $4,"
                        + " claimed_at = $5, version = c.version + 1 where c.user_id <> $2 returning " + COLUMNS,
                answered);
    }

    /** Takes a call from the one who is believed to have it; empty when it is somebody else's by now. */
    Uni<Optional<CallClaim>> takeFrom(UUID holder, CallClaim wanted) {
        return pool.preparedQuery("update call_claim set user_id = $2, user_name = $3, extension = $4, claimed_at = $5,"
                        + " version = version + 1 where call_id = $1 and user_id = $6 returning " + COLUMNS)
                .execute(values(wanted).addUUID(holder))
                .map(ClaimStore::first);
    }

    /** Who works the call. */
    public Uni<Optional<CallClaim>> find(UUID callId) {
        return pool.preparedQuery("select " + COLUMNS + " from call_claim where call_id = $1")
                .execute(Tuple.of(callId))
                .map(ClaimStore::first);
    }

    private Uni<Optional<CallClaim>> change(String statement, CallClaim wanted) {
        return pool.preparedQuery(statement).execute(values(wanted)).map(ClaimStore::first);
    }

    private static Tuple values(CallClaim claim) {
        return Tuple.tuple()
                .addUUID(claim.callId())
                .addUUID(claim.userId())
                .addString(claim.userName())
                .addString(claim.extension())
                .addOffsetDateTime(claim.claimedAt().atOffset(ZoneOffset.UTC));
    }

    private static Optional<CallClaim> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new CallClaim(
                        row.getUUID("call_id"),
                        row.getUUID("user_id"),
                        row.getString("user_name"),
                        row.getString("extension"),
                        Instant.from(row.getOffsetDateTime("claimed_at"))))
                .findFirst();
    }
}
