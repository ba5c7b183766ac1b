package org.rescueline.shared;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.internal.Digests;
import org.rescueline.shared.internal.IdempotencyStore;
import org.rescueline.shared.internal.IdempotencyStore.Kept;
import org.rescueline.shared.internal.StoredJson;

/**
 * Writes that may be sent twice, as a browser on a bad line does: the second one with the same key gets the first
 * one's answer and changes nothing.
 */
@Singleton
public class Idempotency {

    /** The request header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;

    private final IdempotencyStore store;
    private final StoredJson json;

    @Inject
    Idempotency(IdempotencyStore store, StoredJson json) {
        this.store = store;
        this.json = json;
    }

    /**
     * Does the work once for each key. The key is written in the transaction of the work, joined if one is open: when
     * the work fails the key is free again, and a duplicate sent meanwhile waits for the outcome.
     *
     * @param key as the caller chose it; without one the work is simply done
     * @param actor whose key it is; another's keys are other keys
     * @param endpoint what was asked for, such as {@code POST /api/v1/events}
     * @param request what was asked, compared as JSON; null when there is no body
     * @param type of the answer, a record that becomes JSON and back
     * @throws Failure CONFLICT {@code shared.idempotency-key-reused} when the key stands for another request, INVALID
     *     when it is empty, too long or not printable ASCII
     */
    public <T> Uni<T> once(
            @Nullable String key,
            String actor,
            String endpoint,
            @Nullable Object request,
            Class<T> type,
            Supplier<Uni<T>> work) {
        if (key == null) {
            return Panache.withTransaction(work);
        }
        requireKey(key);
        var hash = Digests.sha256(request == null ? "" : json.write(request));
        return Panache.withTransaction(() -> store.reserve(actor, key, endpoint, hash)
                .chain(isFirst -> isFirst
                        ? first(actor, key, work)
                        : store.get(actor, key).map(kept -> again(kept, endpoint, hash, type))));
    }

    private <T> Uni<T> first(String actor, String key, Supplier<Uni<T>> work) {
        return work.get()
                .call(answer ->
                        answer == null ? Uni.createFrom().voidItem() : store.keep(actor, key, json.write(answer)));
    }

    @SuppressWarnings("NullAway") // An answer that was absent the first time is absent again.
    private <T> T again(Kept kept, String endpoint, String hash, Class<T> type) {
        if (!kept.endpoint().equals(endpoint) || !kept.requestHash().equals(hash)) {
            throw Failure.conflict("shared.idempotency-key-reused");
        }
        return kept.response() == null ? null : json.read(kept.response(), type);
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.matches("[\\x21-\\x7e]+")) {
            throw Failure.invalid(HEADER, "shared.idempotency-key-invalid", Map.of("max", LONGEST_KEY));
        }
    }
}
