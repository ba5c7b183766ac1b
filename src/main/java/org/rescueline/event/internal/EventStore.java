package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventState;
import org.rescueline.shared.Failure;

/** Cases and their calls in the database. Every method works on the session that is open on this context. */
@ApplicationScoped
class EventStore {

    private final Clock clock;

    EventStore(Clock clock) {
        this.clock = clock;
    }

    Uni<EventEntity> get(UUID id) {
        return session()
                .chain(session -> session.find(EventEntity.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("event", id));
    }

    /** The case with its row locked until the transaction ends, so that two changes are made one after the other. */
    Uni<EventEntity> lock(UUID id) {
        return session()
                .chain(session -> session.find(EventEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("event", id));
    }

    /** Numbers a new case and writes it down. */
    Uni<EventEntity> persist(EventEntity event) {
        var day = EventNumber.dayOf(event.createdAt);
        return session()
                .chain(session -> session.createNativeQuery("select next_event_serial(?1)", Long.class)
                        .setParameter(1, day)
                        .getSingleResult()
                        .invoke(serial -> event.number = EventNumber.format(day, serial))
                        .chain(() -> session.persist(event)))
                .chain(() -> session().chain(Mutiny.Session::flush))
                .replaceWith(event);
    }

    Uni<Optional<EventCallEntity>> findCall(UUID callId) {
        return session()
                .chain(session -> session.find(EventCallEntity.class, callId))
                .map(Optional::ofNullable);
    }

    Uni<Void> persist(EventCallEntity call) {
        return session().chain(session -> session.persist(call).chain(session::flush));
    }

    Uni<List<EventCallEntity>> listCalls(Collection<UUID> eventIds) {
        return eventIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : query("from EventCall where eventId in (:ids) order by at, callId", EventCallEntity.class)
                        .chain(query -> query.setParameter("ids", eventIds).getResultList());
    }

    /** Calls of cases that began before the instant and whose end has not been written down. */
    Uni<List<EventCallEntity>> listRunningCalls(Instant before, int limit) {
        return query("from EventCall where endedAt is null and at < :before order by at", EventCallEntity.class)
                .chain(query -> query.setParameter("before", before)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /**
     * Holds everybody else who asks for the same key until the transaction ends: two calls of one customer, answered at
     * one moment, must not both begin a case.
     */
    Uni<Void> queueFor(String key) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 300))) as held",
                                Integer.class)
                        .setParameter(1, key)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Unfinished cases of a number begun since then. */
    Uni<List<EventEntity>> listUnfinished(String callerNumber, Instant since) {
        return query(
                        "from Event where callerNumber = :number and state <> :closed and createdAt >= :since",
                        EventEntity.class)
                .chain(query -> query.setParameter("number", callerNumber)
                        .setParameter("closed", EventState.CLOSED)
                        .setParameter("since", since)
                        .getResultList());
    }

    /** Cases of a number or of any of these trucks, newest first. */
    Uni<List<EventEntity>> listOf(@Nullable String callerNumber, Collection<UUID> vehicles, int limit) {
        if (callerNumber == null && vehicles.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return query("""
                        from Event where mergedInto is null
                         and (callerNumber = :number or vehicleId in (:vehicles))
                         order by createdAt desc, id""", EventEntity.class).chain(query -> query.setParameter("number", callerNumber)
                .setParameter("vehicles", vehicles.isEmpty() ? List.of(new UUID(0, 0)) : vehicles)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Cases of these trucks begun between two instants, newest first. */
    Uni<List<EventEntity>> listOfVehicles(Collection<UUID> vehicles, Instant from, Instant to) {
        return vehicles.isEmpty()
                ? Uni.createFrom().item(List.of())
                : query("""
                                from Event where mergedInto is null and vehicleId in (:vehicles)
                                 and createdAt between :from and :to order by createdAt desc, id""", EventEntity.class).chain(query -> query.setParameter("vehicles", vehicles)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .getResultList());
    }

    /** The unfinished case that a terminal's SOS began. */
    Uni<Optional<EventEntity>> findUnfinishedSos(String terminalPhone) {
        return query("from Event where sosTerminal = :terminal and state <> :closed", EventEntity.class)
                .chain(query -> query.setParameter("terminal", terminalPhone)
                        .setParameter("closed", EventState.CLOSED)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Notes an SOS report as taken in. */
    Uni<Void> noteSos(String terminalPhone, Instant raisedAt, UUID eventId) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "insert into event_sos (terminal_phone, raised_at, event_id) values (?1, ?2, ?3)")
                        .setParameter(1, terminalPhone)
                        .setParameter(2, raisedAt)
                        .setParameter(3, eventId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether an SOS report was taken in before. */
    Uni<Boolean> isSosNoted(String terminalPhone, Instant raisedAt) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from event_sos where terminal_phone = ?1 and raised_at = ?2",
                                Long.class)
                        .setParameter(1, terminalPhone)
                        .setParameter(2, raisedAt)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    Instant now() {
        return clock.instant();
    }

    private static <T> Uni<Mutiny.SelectionQuery<T>> query(String hql, Class<T> type) {
        return session().map(session -> session.createSelectionQuery(hql, type));
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
