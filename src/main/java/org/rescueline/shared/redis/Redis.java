package org.rescueline.shared.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.rescueline.shared.Failure;
import org.rescueline.shared.internal.CallerContext;

/**
 * The way to Redis. It connects when first needed, and again by itself whenever the connection is lost; meanwhile
 * every call fails at once with {@code shared.redis-away}, and the service runs on without it.
 */
@Singleton
public class Redis {

    /** Its own few threads: the event loops belong to the requests. */
    private static final int THREADS = 2;

    private static final int UNAVAILABLE = 503;

    private final ClientResources resources;
    private final RedisLink link;
    private final LazyConnection<RedisClusterAsyncCommands<String, String>> texts;
    private final RedisConfig config;

    @Inject
    Redis(RedisConfig config) {
        this.config = config;
        resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .build();
        link = RedisLink.of(config, resources);
        texts = new LazyConnection<>(() -> link.connect(StringCodec.UTF8), config.retryInterval());
    }

    /**
     * Runs one command, or several on the same connection, with texts as keys and values.
     *
     * @return what Redis answered, on the caller's own context; fails with UPSTREAM {@code shared.redis-away} when
     *     Redis does not answer within the command timeout
     */
    public <T> Uni<T> call(Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command) {
        return CallerContext.returning(
                        () -> Uni.createFrom().completionStage(() -> texts.get().thenCompose(command)))
                .onFailure()
                .transform(Redis::away);
    }

    /**
     * A connection of its own for a store with another codec or a stream of commands that must not wait behind
     * others. The store keeps it; it reconnects by itself.
     */
    public <K, V> LazyConnection<RedisClusterAsyncCommands<K, V>> connection(RedisCodec<K, V> codec) {
        return new LazyConnection<>(() -> link.connect(codec), config.retryInterval());
    }

    /** For {@link RedisNews}, which keeps the one connection for subscriptions. */
    RedisLink link() {
        return link;
    }

    @PreDestroy
    void close() {
        // The threads last: closing a connection still needs them.
        link.close()
                .whenComplete((done, failure) -> resources.shutdown(0, RedisLink.QUIET_MILLIS, TimeUnit.MILLISECONDS));
    }

    static Failure away(Throwable cause) {
        return cause instanceof Failure own
                ? own
                : Failure.upstream("shared.redis-away", Map.of(), cause).withStatus(UNAVAILABLE);
    }
}
