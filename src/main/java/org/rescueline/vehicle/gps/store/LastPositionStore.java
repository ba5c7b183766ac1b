package org.rescueline.vehicle.gps.store;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.rescueline.shared.redis.LazyConnection;
import org.rescueline.shared.redis.Redis;
import org.rescueline.vehicle.gps.fix.Fix;

/**
 * The last position of every terminal in Redis, hash {@code rl:pos:<terminalPhone>}, for all nodes and for the time after
 * a restart.
 *
 * <p>Changes are gathered and written some times a second, only the newest of each terminal. While Redis is away they go
 * on being gathered, at most one for each terminal, and are written when it returns. A script compares the times inside
 * Redis, so that an older fix never overwrites a newer one, whichever node is slower.
 */
@Singleton
public class LastPositionStore {
    private static final Logger LOG = Logger.getLogger(LastPositionStore.class);
    private static final String KEY_PREFIX = "rl:pos:";
    private static final int ROUND = 1000;

    /** ARGV holds names and values in turn, the time of the fix first. */
    private static final String WRITE_UNLESS_OLDER = """
            local known = redis.call('HGET', KEYS[1], ARGV[1])
            if known and tonumber(known) and tonumber(known) > tonumber(ARGV[2]) then
              return 0
            end
            redis.call('HSET', KEYS[1], unpack(ARGV))
            return 1
            """;

    private final Redis redis;
    private final LazyConnection<RedisClusterAsyncCommands<String, String>> connection;
    private final Map<String, Fix> changed = new ConcurrentHashMap<>();
    private final AtomicBoolean isWriting = new AtomicBoolean();
    private final Counter written;
    private final Counter failures;
    private volatile boolean isScriptLoaded;
    private volatile boolean isAway;

    LastPositionStore(Redis redis, MeterRegistry meters) {
        this.redis = redis;
        this.connection = redis.connection(StringCodec.UTF8);
        this.written = meters.counter("rescueline.last.positions.written");
        this.failures = meters.counter("rescueline.last.positions.write.failures");
        Gauge.builder("rescueline.last.positions.waiting", changed, Map::size).register(meters);
    }

    /** Notes a terminal's newest position, to be written soon. Returns at once. */
    public void note(String terminalPhone, Fix fix) {
        changed.merge(terminalPhone, fix, LastPositionStore::newer);
    }

    /**
     * Writes what has changed since the last time.
     *
     * @return done when all of it was tried; what failed waits for the next time. Never fails
     */
    public CompletionStage<Void> write() {
        if (changed.isEmpty() || !isWriting.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(null);
        }
        return connection
                .get()
                .thenCompose(this::withScript)
                .thenCompose(redis -> writeRounds(redis, changed.size()))
                .exceptionally(this::noteFailure)
                .whenComplete((done, failure) -> isWriting.set(false));
    }

    /** The stored last positions of these terminals; those never stored are left out. */
    public Uni<Map<String, Fix>> read(Collection<String> terminalPhones) {
        List<String> phones = List.copyOf(terminalPhones);
        return redis.call(commands -> read(commands, phones));
    }

    private CompletionStage<RedisClusterAsyncCommands<String, String>> withScript(
            RedisClusterAsyncCommands<String, String> redis) {
        if (isScriptLoaded) {
            return CompletableFuture.completedFuture(redis);
        }
        return redis.scriptLoad(WRITE_UNLESS_OLDER).thenApply(digest -> {
            isScriptLoaded = true;
            return redis;
        });
    }

    /** As many as had changed when writing began: what changes meanwhile waits, and is written once instead of often. */
    private CompletionStage<Void> writeRounds(RedisClusterAsyncCommands<String, String> redis, int due) {
        // Only what is written may be taken out: the rest waits for the next time.
        Map<String, Fix> round = due > 0 ? takeRound() : Map.of();
        if (round.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return writeRound(redis, round).thenCompose(done -> writeRounds(redis, due - round.size()));
    }

    private CompletionStage<Void> writeRound(RedisClusterAsyncCommands<String, String> redis, Map<String, Fix> round) {
        String digest = redis.digest(WRITE_UNLESS_OLDER);
        List<CompletableFuture<?>> writes = new ArrayList<>(round.size());
        round.forEach((phone, fix) -> writes.add(redis.evalsha(
                        digest, ScriptOutputType.INTEGER, new String[] {KEY_PREFIX + phone}, LastPositionFields.of(fix))
                .toCompletableFuture()));
        return CompletableFuture.allOf(writes.toArray(CompletableFuture<?>[]::new))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        round.forEach(this::note);
                    } else {
                        noteWritten(round.size());
                    }
                });
    }

    private Map<String, Fix> takeRound() {
        Map<String, Fix> round = new HashMap<>();
        List<String> phones = changed.keySet().stream().limit(ROUND).toList();
        for (String phone : phones) {
            Fix fix = changed.remove(phone);
            if (fix != null) {
                round.put(phone, fix);
            }
        }
        return round;
    }

    private void noteWritten(int count) {
        written.increment(count);
        if (isAway) {
            isAway = false;
            LOG.info("Redis takes last positions again");
        }
    }

    /** A Redis that was restarted has forgotten the script too. */
    private Void noteFailure(Throwable failure) {
        failures.increment();
        isScriptLoaded = false;
        if (!isAway) {
            isAway = true;
            LOG.warnf(
                    "Last positions cannot be written to Redis (%s); the newest of each terminal is kept until they can",
                    failure.getMessage());
        }
        return null;
    }

    private static CompletionStage<Map<String, Fix>> read(
            RedisClusterAsyncCommands<String, String> redis, List<String> phones) {
        Map<String, Fix> found = new ConcurrentHashMap<>();
        return readRounds(redis, phones, 0, found).thenApply(done -> found);
    }

    private static CompletionStage<Void> readRounds(
            RedisClusterAsyncCommands<String, String> redis, List<String> phones, int from, Map<String, Fix> found) {
        if (from >= phones.size()) {
            return CompletableFuture.completedFuture(null);
        }
        int to = Math.min(from + ROUND, phones.size());
        CompletableFuture<?>[] reads = phones.subList(from, to).stream()
                .map(phone -> redis.hgetall(KEY_PREFIX + phone)
                        .thenAccept(fields -> LastPositionFields.read(fields).ifPresent(fix -> found.put(phone, fix)))
                        .toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(reads).thenCompose(done -> readRounds(redis, phones, to, found));
    }

    private static Fix newer(Fix known, Fix fix) {
        return fix.bestTime().isBefore(known.bestTime()) ? known : fix;
    }
}
