package org.rescueline.security.internal;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rescueline.security.SecurityConfig;
import org.rescueline.security.SessionsEnded;
import org.rescueline.shared.Facts;

/**
 * The sign-ins that hold. PostgreSQL is the record; this node believes what it read for
 * {@code rescueline.security.session.cache}, so that not every request costs a look-up. What this node changes itself it
 * forgets at once.
 */
@ApplicationScoped
public class Sessions {

    /** {@code last_seen_at} is moved this often at most: a write for every request would buy nothing. */
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Facts facts;
    private final Clock clock;
    private final SecurityConfig.Session limits;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Sessions(SessionStore store, Facts facts, Clock clock, SecurityConfig config) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
        this.limits = config.session();
    }

    /** Begins a session for the user and answers the token that names it; the token is stored nowhere. */
    Uni<SecretToken> open(UUID userId, String address) {
        var token = SecretToken.create();
        var now = clock.instant();
        return store.insert(token, userId, now, now.plus(limits.absolute()), address)
                .replaceWith(token);
    }

    /** The session the token names, if it holds. Asking counts as activity. */
    public Uni<Optional<Session>> find(String token) {
        if (!SecretToken.isPlausible(token)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return findByKey(new SecretToken(token).key());
    }

    /**
     * The same by the session's key. The live feed asks for every open console: an operator who waits for a call at three
     * in the morning touches nothing and must not be signed out for it.
     */
    public Uni<Optional<Session>> findByKey(String key) {
        var now = clock.instant();
        var believed = known.get(key);
        if (believed != null && believed.holdsAt(now, limits.cache())) {
            return Uni.createFrom().item(Optional.of(believed.session()));
        }
        return store.find(key, now, now.minus(limits.idle())).call(session -> remember(key, session, now));
    }

    /** The ids of everybody who is signed in now, on whatever node. */
    public Uni<Set<UUID>> listUserIds() {
        var now = clock.instant();
        return store.listUserIds(now, now.minus(limits.idle()));
    }

    /** Ends the one session. */
    Uni<Void> end(String key, UUID userId) {
        return store.delete(key).invoke(() -> {
            forget(userId);
            facts.publish(new SessionsEnded(userId, key));
        });
    }

    /** What was read about this user's sessions no longer counts. */
    void forget(UUID userId) {
        known.values().removeIf(believed -> believed.session().user().id().equals(userId));
    }

    @Scheduled(every = "10m", identity = "security-ended-sessions")
    Uni<Void> removeEnded() {
        var now = clock.instant();
        known.values().removeIf(believed -> !believed.holdsAt(now, limits.cache()));
        return store.deleteEnded(now, now.minus(limits.idle()));
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as it comes from the store
    private Uni<Void> remember(String key, Optional<Session> session, Instant now) {
        if (session.isEmpty()) {
            known.remove(key);
            return Uni.createFrom().voidItem();
        }
        known.put(key, new Known(session.get(), now));
        var precision = limits.idle().dividedBy(4).compareTo(SEEN_PRECISION) < 0
                ? limits.idle().dividedBy(4)
                : SEEN_PRECISION;
        return session.get().lastSeenAt().plus(precision).isAfter(now)
                ? Uni.createFrom().voidItem()
                : store.touch(key, now);
    }

    private record Known(Session session, Instant readAt) {

        boolean holdsAt(Instant now, Duration trust) {
            return readAt.plus(trust).isAfter(now) && session.expiresAt().isAfter(now);
        }
    }
}
