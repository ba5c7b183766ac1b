package org.rescueline.callback.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.callback.CallbackReason;
import org.rescueline.callback.CallbackState;
import org.rescueline.shared.Failure;

/** Callbacks, their calls and their attempts in the database, on the session that is open on this context. */
@ApplicationScoped
class CallbackStore {

    Uni<CallbackEntity> get(UUID id) {
        return session()
                .chain(session -> session.find(CallbackEntity.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("callback", id));
    }

    Uni<CallbackEntity> lock(UUID id) {
        return session()
                .chain(session -> session.find(CallbackEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("callback", id));
    }

    /**
     * Takes a due callback for oneself: locked, or empty when it is not due or somebody else is taking it at this very
     * moment. Nobody waits here: of fifty operators one gets it and forty-nine know at once.
     */
    Uni<Optional<CallbackEntity>> takeDue(UUID id) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "select id from callback where id = ?1 and state = 'DUE' for update skip locked",
                                UUID.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull()
                        .chain(taken -> taken == null
                                ? Uni.createFrom().<CallbackEntity>nullItem()
                                : session.find(CallbackEntity.class, id)))
                .map(Optional::ofNullable);
    }

    /**
     * Those who stand in line and may be dialled now, the one who has stood longest first. A customer whose telephone has
     * rung once has had the turn; later tries are the ladder's.
     */
    Uni<List<CallbackEntity>> listInLine(Instant now, int limit) {
        return query("""
                        from Callback c
                         where c.reason = :reason and c.state = :due and c.dueAt <= :now
                           and not exists (from CallbackAttempt a where a.callbackId = c.id and a.result in (:spent))
                         order by c.placeSince, c.id""", CallbackEntity.class)
                .chain(query -> query.setParameter("reason", CallbackReason.CALLER_REQUEST)
                        .setParameter("due", CallbackState.DUE)
                        .setParameter("now", now)
                        .setParameter("spent", SettlesAttempt.SPENT)
                        .setMaxResults(limit)
                        .getResultList());
    }

    Uni<Void> persist(Object entity) {
        return session().chain(session -> session.persist(entity).chain(session::flush));
    }

    Uni<Optional<AttemptEntity>> findAttempt(UUID id) {
        return session().chain(session -> session.find(AttemptEntity.class, id)).map(Optional::ofNullable);
    }

    /** The row as it is now, after whatever was waited for. */
    Uni<AttemptEntity> refresh(AttemptEntity attempt) {
        return session().chain(session -> session.refresh(attempt)).replaceWith(attempt);
    }

    Uni<Optional<AttemptEntity>> findRunningOf(UUID operatorId) {
        return query("from CallbackAttempt where operatorId = :operator and endedAt is null", AttemptEntity.class)
                .chain(query -> query.setParameter("operator", operatorId).getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<List<AttemptEntity>> listAttempts(Collection<UUID> callbacks) {
        return of(
                "from CallbackAttempt where callbackId in (:ids) order by requestedAt, id",
                AttemptEntity.class,
                callbacks);
    }

    Uni<List<AbandonedCallEntity>> listCalls(Collection<UUID> callbacks) {
        return of(
                "from CallbackCall where callbackId in (:ids) order by at, callId",
                AbandonedCallEntity.class,
                callbacks);
    }

    /** Attempts without an outcome whose order was written down before the instant, oldest first. */
    Uni<List<AttemptEntity>> listUnsettled(Instant before, int limit) {
        return query(
                        "from CallbackAttempt where endedAt is null and requestedAt < :before order by requestedAt",
                        AttemptEntity.class)
                .chain(query -> query.setParameter("before", before)
                        .setMaxResults(limit)
                        .getResultList());
    }

    Uni<Boolean> isCounted(UUID callId) {
        return session()
                .chain(session -> session.find(AbandonedCallEntity.class, callId))
                .map(found -> found != null);
    }

    /** The open callback for the abandoned calls and requests of a number, locked. */
    Uni<Optional<CallbackEntity>> lockOpen(String number) {
        return query(
                        "from Callback where number = :number and reason in (:reasons) and doneAt is null",
                        CallbackEntity.class)
                .chain(query -> query.setParameter("number", number)
                        .setParameter("reasons", List.of(CallbackReason.ABANDONED_CALL, CallbackReason.CALLER_REQUEST))
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** When somebody of this number last spoke to an operator, and in which call. */
    Uni<Optional<Reached>> findReached(String number) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "select call_id, at from callback_reached where number = ?1", Object[].class)
                        .setParameter(1, number)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(each -> new Reached((UUID) each[0], ((OffsetDateTime) each[1]).toInstant())));
    }

    /** Notes that somebody of this number spoke to an operator; an older call does not take the place of a newer one. */
    Uni<Void> noteReached(String number, Reached reached) {
        return session()
                .chain(session -> session.createNativeQuery("""
                                insert into callback_reached (number, call_id, at) values (?1, ?2, ?3)
                                on conflict (number) do update set call_id = excluded.call_id, at = excluded.at
                                 where callback_reached.at < excluded.at""")
                        .setParameter(1, number)
                        .setParameter(2, reached.callId())
                        .setParameter(3, reached.at())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> forgetReached(Instant before) {
        return session()
                .chain(session -> session.createNativeQuery("delete from callback_reached where at < ?1")
                        .setParameter(1, before)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Takes the news of one customer one after another, whichever node hears it. */
    Uni<Void> queueFor(String number) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 410))) as held",
                                Integer.class)
                        .setParameter(1, number)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** A call in which the customer spoke to an operator. */
    record Reached(UUID callId, Instant at) {}

    private static <T> Uni<List<T>> of(String hql, Class<T> type, Collection<UUID> callbacks) {
        return callbacks.isEmpty()
                ? Uni.createFrom().item(List.of())
                : query(hql, type)
                        .chain(query -> query.setParameter("ids", callbacks).getResultList());
    }

    private static <T> Uni<Mutiny.SelectionQuery<T>> query(String hql, Class<T> type) {
        return session().map(session -> session.createSelectionQuery(hql, type));
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
