package org.rescueline.shared.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table of keys. Every method works in the transaction that is open on its context. */
@Singleton
public class IdempotencyStore {

    private final Clock clock;

    @Inject
    IdempotencyStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the first request left.
     *
     * @param response as JSON; null when it had no answer
     */
    public record Kept(
            String endpoint, String requestHash, @Nullable String response) {}

    /**
     * Takes the key. While another transaction is taking the same one this waits for its end.
     *
     * @return whether we are the first
     */
    public Uni<Boolean> reserve(String actor, String key, String endpoint, String requestHash) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into idempotency_key (actor, key, endpoint, request_hash, created_at)
                                values (:actor, :key, :endpoint, :hash, :now)
                                on conflict (actor, key) do nothing
                                """)
                        .setParameter("actor", actor)
                        .setParameter("key", key)
                        .setParameter("endpoint", endpoint)
                        .setParameter("hash", requestHash)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Keeps the answer of the first request; declared as text, or the driver would quote it as a JSON string. */
    public Uni<Void> keep(String actor, String key, String response) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update idempotency_key set response = cast(cast(:response as text) as jsonb)
                                where actor = :actor and key = :key
                                """)
                        .setParameter("response", response)
                        .setParameter("actor", actor)
                        .setParameter("key", key)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What stands under a key that is taken. */
    public Uni<Kept> get(String actor, String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select endpoint, request_hash, cast(response as text) from idempotency_key
                                where actor = :actor and key = :key
                                """, Object[].class)
                        .setParameter("actor", actor)
                        .setParameter("key", key)
                        .getSingleResult())
                .map(columns -> new Kept((String) columns[0], (String) columns[1], (String) columns[2]));
    }

    /** Forgets keys taken before. */
    public Uni<Integer> purge(Instant before) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from idempotency_key where created_at < :before")
                        .setParameter("before", before)
                        .executeUpdate());
    }
}
