package org.rescueline.shared.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What a single server, a Sentinel and a Cluster have in common for us. */
interface RedisLink {

    /** How long commands under way may still take when the service stops. */
    long QUIET_MILLIS = 1_000;

    /** Opens a connection; the commands of a single server and of a cluster share this face. */
    <K, V> CompletionStage<RedisClusterAsyncCommands<K, V>> connect(RedisCodec<K, V> codec);

    /** Opens a connection for subscriptions. */
    CompletionStage<? extends StatefulRedisPubSubConnection<String, String>> connectPubSub();

    /** Closes every connection; done when none is left. */
    CompletionStage<Void> close();

    /**
     * Reconnects by itself, and while it is away refuses at once: a command queued for later would be answered when
     * nobody wants to know any more.
     */
    static <B extends ClientOptions.Builder> B options(B builder, RedisConfig config) {
        builder.autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(config.connectTimeout())
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(config.commandTimeout()));
        return builder;
    }

    /** The client for what the configuration names. */
    static RedisLink of(RedisConfig config, ClientResources resources) {
        return config.cluster() ? new Cluster(config, resources) : new Single(config, resources);
    }

    /** One server, or a master found through Sentinel. */
    final class Single implements RedisLink {

        private final RedisClient client;
        private final RedisURI uri;

        Single(RedisConfig config, ClientResources resources) {
            uri = RedisURI.create(config.uri());
            uri.setTimeout(config.commandTimeout());
            client = RedisClient.create(resources);
            client.setOptions(options(ClientOptions.builder(), config).build());
        }

        @Override
        public <K, V> CompletionStage<RedisClusterAsyncCommands<K, V>> connect(RedisCodec<K, V> codec) {
            return client.connectAsync(codec, uri).thenApply(connection -> connection.async());
        }

        @Override
        public CompletionStage<StatefulRedisPubSubConnection<String, String>> connectPubSub() {
            return client.connectPubSubAsync(StringCodec.UTF8, uri);
        }

        @Override
        public CompletionStage<Void> close() {
            return client.shutdownAsync(0, RedisLink.QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A Redis Cluster. */
    final class Cluster implements RedisLink {

        private final RedisClusterClient client;

        Cluster(RedisConfig config, ClientResources resources) {
            var uris = RedisClusterURIUtil.toRedisURIs(URI.create(config.uri()));
            uris.forEach(uri -> uri.setTimeout(config.commandTimeout()));
            client = RedisClusterClient.create(resources, uris);
            var builder = ClusterClientOptions.builder();
            options(builder, config);
            client.setOptions(builder.build());
        }

        @Override
        public <K, V> CompletionStage<RedisClusterAsyncCommands<K, V>> connect(RedisCodec<K, V> codec) {
            return client.connectAsync(codec).thenApply(connection -> connection.async());
        }

        @Override
        public CompletionStage<? extends StatefulRedisPubSubConnection<String, String>> connectPubSub() {
            return client.connectPubSubAsync(StringCodec.UTF8);
        }

        @Override
        public CompletionStage<Void> close() {
            return client.shutdownAsync(0, RedisLink.QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
