package org.rescueline.security.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Role;
import org.rescueline.security.SecurityConfig;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;

/**
 * The keys of machines. A feed sends thousands of requests a second with one key, so a working key is believed for
 * {@code rescueline.security.session.cache} after it was read.
 */
@ApplicationScoped
public class ServiceKeys {

    private static final int MOST_BELIEVED = 1_000;

    private final ServiceKeyStore store;
    private final AuditLog audit;
    private final Pool pool;
    private final Clock clock;
    private final Duration trust;
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();

    ServiceKeys(ServiceKeyStore store, AuditLog audit, Pool pool, Clock clock, SecurityConfig config) {
        this.store = store;
        this.audit = audit;
        this.pool = pool;
        this.clock = clock;
        this.trust = config.session().cache();
    }

    /** The key if it works now. */
    public Uni<Optional<ServiceKey>> find(String secret) {
        if (!SecretToken.isPlausible(secret)) {
            return Uni.createFrom().item(Optional.empty());
        }
        var hash = new SecretToken(secret).key();
        var now = clock.instant();
        var known = believed.get(hash);
        if (known != null && known.readAt().plus(trust).isAfter(now)) {
            return Uni.createFrom().item(Optional.of(known.key()));
        }
        return store.findWorking(hash, now).invoke(found -> believe(hash, found.orElse(null), now));
    }

    /** All keys, the newest first, the revoked ones too. */
    public Uni<List<ServiceKey>> list() {
        return store.list();
    }

    /**
     * Makes a key and answers its secret, which nobody can read again.
     *
     * @throws Failure INVALID for a role that people hold, CONFLICT when the name is taken
     */
    public Uni<NewServiceKey> create(String name, Role role, @Nullable Instant expiresAt, Actor by) {
        if (!role.isForMachines()) {
            throw Failure.invalid("role", "security.key-role-for-machines");
        }
        var key = new ServiceKey(Ids.next(), name.strip(), role, clock.instant(), expiresAt, null);
        var secret = SecretToken.create();
        return pool.withTransaction(connection -> store.insert(connection, key, secret, UUID.fromString(by.id()))
                        .invoke(written -> refuseTakenName(written, key))
                        .call(() -> audit.append(connection, entry(AuditKind.KEY_CREATED, key, by))))
                .replaceWith(new NewServiceKey(key, secret));
    }

    /** Takes a key away, on this node at once, on the others when they stop believing it. */
    public Uni<ServiceKey> revoke(UUID id, Actor by) {
        return pool.withTransaction(connection -> store.revoke(connection, id, clock.instant())
                        .map(found -> found.orElseThrow(() -> Failure.notFound("security.key", id)))
                        .call(key -> audit.append(connection, entry(AuditKind.KEY_REVOKED, key, by))))
                .invoke(() ->
                        believed.values().removeIf(known -> known.key().id().equals(id)));
    }

    private void believe(String hash, @Nullable ServiceKey key, Instant now) {
        if (key == null) {
            believed.remove(hash);
            return;
        }
        if (believed.size() >= MOST_BELIEVED) {
            believed.clear();
        }
        believed.put(hash, new Believed(key, now));
    }

    private AuditEntry entry(AuditKind kind, ServiceKey key, Actor by) {
        return new AuditEntry(Ids.next(), clock.instant(), kind, UUID.fromString(by.id()), by.name(), null, key.name());
    }

    private static void refuseTakenName(boolean written, ServiceKey key) {
        if (!written) {
            throw Failure.conflict("security.key-name-taken", Map.of("name", key.name()));
        }
    }

    private record Believed(ServiceKey key, Instant readAt) {}

    /** A key with its secret, on the one occasion both are together. */
    public record NewServiceKey(ServiceKey key, SecretToken secret) {}
}
