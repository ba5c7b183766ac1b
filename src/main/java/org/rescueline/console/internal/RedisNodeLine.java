package org.rescueline.console.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.rescueline.shared.redis.RedisNews;

/** The line between nodes over a channel of Redis, which forgets what nobody listens to. */
@ApplicationScoped
class RedisNodeLine implements NodeLine {

    private static final String CHANNEL = "rescueline:live";

    private final RedisNews redis;
    private final Vertx vertx;

    RedisNodeLine(RedisNews redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    @Override
    public Uni<Void> say(String word) {
        return redis.publish(CHANNEL, word);
    }

    /** Away from the thread of the Redis client, on one context, so that the order is kept. */
    @Override
    public void listen(Consumer<String> listener) {
        var context = vertx.getOrCreateContext();
        redis.subscribe(CHANNEL, word -> context.runOnContext(ignored -> listener.accept(word)));
    }
}
