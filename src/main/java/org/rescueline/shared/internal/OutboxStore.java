package org.rescueline.shared.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The outbox table. Every method works in the transaction that is open on its context. */
@Singleton
public class OutboxStore {

    private static final int LONGEST_ERROR = 2_000;

    private final Clock clock;

    @Inject
    OutboxStore(Clock clock) {
        this.clock = clock;
    }

    /** A fact for one subscriber, locked until the end of the transaction. */
    record Row(long id, String kind, String payload, int attempts) {}

    /**
     * One fact for one subscriber, not yet written.
     *
     * @param payload JSON as text
     */
    public record Letter(String kind, String subscriber, String payload) {}

    /**
     * Writes facts down in the order given, with one statement.
     *
     * @param letters as a JSON array of {@link Letter}; declared as text: as jsonb the driver would take it for a string
     *     and quote it
     */
    public Uni<Void> insert(String letters) {
        return session()
                .chain(session -> session.createNativeQuery("""
                                insert into outbox (kind, subscriber, payload, created_at, next_attempt_at)
                                select letter ->> 'kind', letter ->> 'subscriber',
                                       cast(letter ->> 'payload' as jsonb), :now, :now
                                from jsonb_array_elements(cast(cast(:letters as text) as jsonb))
                                     with ordinality as told(letter, place)
                                order by place
                                """)
                        .setParameter("letters", letters)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The oldest fact that waits for the subscriber and that no other node is working on. */
    Uni<Optional<Row>> claim(String subscriber) {
        return session()
                .chain(session -> session.createNativeQuery("""
                                select id, kind, cast(payload as text), attempts from outbox
                                where subscriber = :subscriber and done_at is null and next_attempt_at <= :now
                                order by id limit 1 for update skip locked
                                """, Object[].class)
                        .setParameter("subscriber", subscriber)
                        .setParameter("now", clock.instant())
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(OutboxStore::row));
    }

    Uni<Void> finish(long id) {
        return session()
                .chain(session -> session.createNativeQuery("update outbox set done_at = :now where id = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> postpone(long id, Duration wait, String error) {
        return session()
                .chain(session -> session.createNativeQuery("""
                                update outbox set attempts = attempts + 1, next_attempt_at = :next, last_error = :error
                                where id = :id and done_at is null
                                """)
                        .setParameter("next", clock.instant().plus(wait))
                        .setParameter("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Who has facts waiting. */
    public Uni<List<String>> subscribersDue() {
        return session().chain(session -> session.createNativeQuery(
                        "select distinct subscriber from outbox where done_at is null and next_attempt_at <= :now",
                        String.class)
                .setParameter("now", clock.instant())
                .getResultList());
    }

    /** Forgets what was delivered before. */
    public Uni<Integer> purge(Instant before) {
        return session().chain(session -> session.createNativeQuery("delete from outbox where done_at < :before")
                .setParameter("before", before)
                .executeUpdate());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }

    private static Row row(Object[] columns) {
        return new Row(
                ((Number) columns[0]).longValue(),
                (String) columns[1],
                (String) columns[2],
                ((Number) columns[3]).intValue());
    }
}
