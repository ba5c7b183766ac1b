package org.rescueline.shared.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Live news between nodes over Redis channels. What is said while a node has no connection, that node never hears. */
@Singleton
public class RedisNews {

    private static final Logger LOG = Logger.getLogger(RedisNews.class);

    private final Redis redis;
    private final Vertx vertx;
    private final long retryMillis;
    private final LazyConnection<StatefulRedisPubSubConnection<String, String>> connection;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    @Inject
    RedisNews(Redis redis, Vertx vertx, RedisConfig config) {
        this.redis = redis;
        this.vertx = vertx;
        retryMillis = Math.max(1, config.retryInterval().toMillis());
        connection = new LazyConnection<>(
                () -> redis.link().connectPubSub().thenApply(this::listening), config.retryInterval());
    }

    /** Says something to every node that listens, this one included. */
    public Uni<Void> publish(String channel, String text) {
        return redis.call(commands -> commands.publish(channel, text)).replaceWithVoid();
    }

    /**
     * Listens to a channel for as long as the service runs. When Redis is away it goes on trying.
     *
     * @param listener called on a thread of the Redis client: hand over and return
     */
    public void subscribe(String channel, Consumer<String> listener) {
        listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(listener);
        subscribe(channel);
    }

    private void subscribe(String channel) {
        connection.get().thenCompose(open -> open.async().subscribe(channel)).whenComplete((done, failure) -> {
            if (failure != null) {
                vertx.setTimer(retryMillis, timer -> subscribe(channel));
            }
        });
    }

    private StatefulRedisPubSubConnection<String, String> listening(
            StatefulRedisPubSubConnection<String, String> open) {
        open.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String text) {
                listeners.getOrDefault(channel, List.of()).forEach(listener -> tell(listener, channel, text));
            }
        });
        return open;
    }

    private static void tell(Consumer<String> listener, String channel, String text) {
        try {
            listener.accept(text);
        } catch (RuntimeException e) {
            LOG.errorf(e, "A listener to %s failed", channel);
        }
    }
}
