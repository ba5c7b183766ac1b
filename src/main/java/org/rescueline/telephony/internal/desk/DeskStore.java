package org.rescueline.telephony.internal.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.DeskState;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.PauseReason;

/** The rows of desks. Each change is one statement whose condition decides a race; its log row is in the same transaction. */
@ApplicationScoped
public class DeskStore {

    /** Said of the row alone: a condition on another table would not see an order given in the same moment. */
    private static final String NOT_FORCED = " and reason is distinct from 'SUPERVISOR'";

    private final Pool pool;

    DeskStore(Pool pool) {
        this.pool = pool;
    }

    /** The desk at an extension. */
    public Uni<Optional<DeskView>> find(String extension) {
        return pool.preparedQuery("select " + Desk.COLUMNS + " from operator_desk where extension = $1")
                .execute(Tuple.of(extension))
                .map(Desk::first);
    }

    /** Every desk somebody works at. */
    Uni<List<DeskView>> list() {
        return pool.query("select " + Desk.COLUMNS + " from operator_desk order by extension")
                .execute()
                .map(rows -> Desk.all(rows, Desk::read));
    }

    /**
     * Takes a desk for a page: a free one, the page's own, or, when told to, the same person's from another page. Empty
     * when another page holds it.
     *
     * @param takesBack whether a page of the same person may be put out; a stale desk needs this too
     */
    Uni<Optional<DeskView>> claim(Desk.Holder holder, DeskPhone phone, boolean takesBack, Instant at) {
        return pool.withTransaction(tx -> tx.preparedQuery(
                        "delete from operator_desk where user_id = $1 and extension <> $2")
                .execute(Tuple.of(holder.userId(), holder.extension()))
                .chain(() -> tx.preparedQuery("""
                                insert into operator_desk as d (extension, user_id, user_name, session_key, page_id, phone, state,
                                       reason, state_since, claimed_at, heartbeat_at)
                                values ($1, $2, $3, $4, $5, $6,
                                        case when exists (select 1 from forced_pause where operator_id = $2)
                                             then 'PAUSED' else 'READY' end,
                                        (select 'SUPERVISOR' from forced_pause where operator_id = $2), $7, $7, $7)
                                on conflict (extension) do update
                                   set user_id = $2, user_name = $3, session_key = $4, page_id = $5, phone = $6,
                                       claimed_at = $7, heartbeat_at = $7, stale_at = null
                                 where d.user_id = $2 and ($8 or (d.page_id = $5 and d.stale_at is null))
                                returning\s""" + Desk.COLUMNS)
                        .execute(Tuple.tuple()
                                .addString(holder.extension())
                                .addUUID(holder.userId())
                                .addString(holder.userName())
                                .addString(holder.sessionKey())
                                .addUUID(holder.pageId())
                                .addString(phone.name())
                                .addOffsetDateTime(Desk.utc(at))
                                .addBoolean(takesBack)))
                .map(Desk::first)
                .call(desk -> log(tx, desk, takesBack ? "RECLAIMED" : "CLAIMED", null, userOf(holder), at))
                .call(desk -> beginPause(tx, desk.filter(it -> isPausedAt(it, at)), "PAUSE", "SUPERVISOR", null, at)));
    }

    /** Whether the desk was paused as it was taken: whoever sits down again is still under a supervisor's pause. */
    private static boolean isPausedAt(DeskView desk, Instant taken) {
        return desk.state() == DeskState.PAUSED && desk.stateSince().equals(taken);
    }

    /** Notes that the page lives. Empty when it does not hold the desk, or the desk went stale. */
    Uni<Optional<DeskView>> beat(Desk.Holder holder, Instant at) {
        return pool.preparedQuery("""
                        update operator_desk set heartbeat_at = $4
                         where extension = $1 and user_id = $2 and page_id = $3 and session_key = $5 and stale_at is null
                        returning\s""" + Desk.COLUMNS)
                .execute(Tuple.of(
                        holder.extension(), holder.userId(), holder.pageId(), Desk.utc(at), holder.sessionKey()))
                .map(Desk::first);
    }

    /** Desks whose page has been silent since before a moment become stale; each is told of once. */
    Uni<List<DeskView>> markStale(Instant silentSince, Instant at) {
        return pool.withTransaction(tx -> tx.preparedQuery("""
                        update operator_desk set stale_at = $2 where heartbeat_at < $1 and stale_at is null
                        returning\s""" + Desk.COLUMNS)
                .execute(Tuple.of(Desk.utc(silentSince), Desk.utc(at)))
                .map(rows -> Desk.all(rows, Desk::read))
                .call(stale -> logAll(tx, stale, "WENT_STALE", at)));
    }

    /** Pauses a desk with a reason; ends a wrap-up. Empty when nobody works there, or a supervisor's pause holds. */
    Uni<Optional<DeskView>> pause(String extension, PauseReason reason, Actor by, Instant at) {
        return pool.withTransaction(tx -> pause(tx, extension, reason, NOT_FORCED, by, at));
    }

    /** Takes calls again, whatever else kept the desk from it. Empty as {@link #pause} is. */
    Uni<Optional<DeskView>> resume(String extension, Actor by, Instant at) {
        return pool.withTransaction(tx -> resume(tx, extension, NOT_FORCED, by, at));
    }

    /** Pauses a desk by order; a second order replaces the note of the first. Empty when nobody works there. */
    Uni<Optional<DeskView>> forcePause(String extension, String note, Actor by, Instant at) {
        return pool.withTransaction(tx -> pause(tx, extension, PauseReason.SUPERVISOR, "", by, at)
                .call(paused -> keepForced(tx, paused, note, by, at))
                .map(paused -> paused.map(desk -> desk.forcedBy(note, by.name()))));
    }

    /** Takes a forced pause away and puts the desk back. Empty when nobody works there. */
    Uni<Optional<DeskView>> endForcedPause(String extension, Actor by, Instant at) {
        return pool.withTransaction(tx ->
                tx.preparedQuery("""
                        delete from forced_pause f using operator_desk d
                         where d.extension = $1 and f.operator_id = d.user_id""").execute(Tuple.of(extension)).chain(() -> resume(tx, extension, "", by, at)));
    }

    private static Uni<Optional<DeskView>> pause(
            SqlClient tx, String extension, PauseReason reason, String condition, Actor by, Instant at) {
        return tx.preparedQuery("""
                        update operator_desk
                           set state = 'PAUSED', reason = $2, state_since = $3, wrap_up_until = null
                         where extension = $1""" + condition + " returning " + Desk.COLUMNS)
                .execute(Tuple.of(extension, reason.name(), Desk.utc(at)))
                .map(Desk::first)
                .call(desk -> log(tx, desk, "PAUSED", reason.name(), by, at))
                .call(desk -> endPause(tx, desk, at))
                .call(desk -> beginPause(tx, desk, "PAUSE", reason.name(), null, at));
    }

    private static Uni<Optional<DeskView>> resume(
            SqlClient tx, String extension, String condition, Actor by, Instant at) {
        return tx.preparedQuery("""
                        update operator_desk
                           set state = 'READY', reason = null, state_since = $2, wrap_up_until = null
                         where extension = $1""" + condition + " returning " + Desk.COLUMNS)
                .execute(Tuple.of(extension, Desk.utc(at)))
                .map(Desk::first)
                .call(desk -> log(tx, desk, "RESUMED", null, by, at))
                .call(desk -> endPause(tx, desk, at));
    }

    private static Uni<Void> keepForced(SqlClient tx, Optional<DeskView> desk, String note, Actor by, Instant at) {
        if (desk.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("insert into forced_pause (operator_id, note, by_name, since) values ($1, $2, $3, $4)"
                        + " on conflict (operator_id) do update set note = $2, by_name = $3, since = $4")
                .execute(Tuple.of(desk.get().userId(), note, by.name(), Desk.utc(at)))
                .replaceWithVoid();
    }

    /**
     * Begins the wrap-up after a call, unless the desk is paused, nobody works there, or this leg's end began one before.
     *
     * @param leg the Uniqueid of the operator's leg that ended
     */
    Uni<Optional<DeskView>> beginWrapUp(String extension, String leg, Instant until, Instant at) {
        return pool.withTransaction(tx -> tx.preparedQuery("""
                        update operator_desk d
                           set state = 'WRAP_UP', state_since = $3, wrap_up_until = $2
                         where extension = $1 and state = 'READY' and $3 > claimed_at
                           and not exists (select 1 from operator_pause p where p.leg = $4)
                        returning\s""" + Desk.COLUMNS)
                .execute(Tuple.of(extension, Desk.utc(until), Desk.utc(at), leg))
                .map(Desk::first)
                .call(desk -> log(tx, desk, "WRAP_UP_BEGAN", null, Actor.SYSTEM, at))
                .call(desk -> beginPause(tx, desk, "WRAP_UP", null, leg, at)));
    }

    /** Ends every wrap-up whose time is over. */
    Uni<List<DeskView>> endWrapUps(Instant at) {
        return pool.withTransaction(tx -> tx.preparedQuery("""
                        update operator_desk set state = 'READY', state_since = $1, wrap_up_until = null
                         where wrap_up_until <= $1 returning\s""" + Desk.COLUMNS)
                .execute(Tuple.of(Desk.utc(at)))
                .map(rows -> Desk.all(rows, Desk::read))
                .call(ended -> logAll(tx, ended, "WRAP_UP_ENDED", at))
                .call(ended -> {
                    Uni<Void> line = Uni.createFrom().voidItem();
                    for (var desk : ended) {
                        line = line.chain(() -> endPause(tx, Optional.of(desk), at));
                    }
                    return line;
                }));
    }

    /** Nobody works there any more: the operator left, or a supervisor said so. Its credential goes with it. */
    Uni<Optional<DeskView>> leave(String extension, String kind, @Nullable String reason, Actor by, Instant at) {
        return pool.withTransaction(
                tx -> tx.preparedQuery("delete from operator_desk where extension = $1 returning " + Desk.COLUMNS)
                        .execute(Tuple.of(extension))
                        .map(Desk::first)
                        .call(desk -> log(tx, desk, kind, reason, by, at))
                        .call(desk -> endPause(tx, desk, at)));
    }

    /** The desks of a session that ended, or of all of a user's when no key is given. */
    Uni<List<String>> listExtensions(UUID userId, String sessionKey) {
        return pool.preparedQuery(
                        "select extension from operator_desk where user_id = $1 and ($2 = '' or session_key = $2)")
                .execute(Tuple.of(userId, sessionKey))
                .map(rows -> Desk.all(rows, row -> row.getString("extension")));
    }

    private static Actor userOf(Desk.Holder holder) {
        return new Actor(ActorKind.USER, holder.userId().toString(), holder.userName());
    }

    private static Uni<Void> beginPause(
            SqlClient tx,
            Optional<DeskView> desk,
            String kind,
            @Nullable String reason,
            @Nullable String leg,
            Instant at) {
        if (desk.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("""
                        insert into operator_pause (id, extension, user_id, kind, reason, leg, began_at)
                        values ($1, $2, $3, $4, $5, $6, $7)""")
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(desk.get().extension())
                        .addUUID(desk.get().userId())
                        .addString(kind)
                        .addString(reason)
                        .addString(leg)
                        .addOffsetDateTime(Desk.utc(at)))
                .replaceWithVoid();
    }

    private static Uni<Void> endPause(SqlClient tx, Optional<DeskView> desk, Instant at) {
        if (desk.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("update operator_pause set ended_at = greatest($2, began_at)"
                        + " where user_id = $1 and ended_at is null")
                .execute(Tuple.of(desk.get().userId(), Desk.utc(at)))
                .replaceWithVoid();
    }

    private static Uni<Void> logAll(SqlClient tx, List<DeskView> desks, String kind, Instant at) {
        Uni<Void> line = Uni.createFrom().voidItem();
        for (var desk : desks) {
            line = line.chain(() -> log(tx, Optional.of(desk), kind, null, Actor.SYSTEM, at));
        }
        return line;
    }

    private static Uni<Void> log(
            SqlClient tx, Optional<DeskView> desk, String kind, @Nullable String reason, Actor by, Instant at) {
        if (desk.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("""
                        insert into operator_desk_log (id, extension, user_id, user_name, at, kind, reason, actor_id, actor_name)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""")
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(desk.get().extension())
                        .addUUID(desk.get().userId())
                        .addString(desk.get().userName())
                        .addOffsetDateTime(Desk.utc(at))
                        .addString(kind)
                        .addString(reason)
                        .addString(by.id())
                        .addString(by.name()))
                .replaceWithVoid();
    }
}
