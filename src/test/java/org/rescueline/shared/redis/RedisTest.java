package org.rescueline.shared.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FailureKind;
import org.rescueline.shared.embedded.EmbeddedRedis;
import org.rescueline.shared.embedded.Ports;
import org.rescueline.testkit.EmbeddedTestParts;

class RedisTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final int port = Ports.free();
    private final Vertx vertx = Vertx.vertx();
    private Redis redis;
    private RedisNews news;
    private EmbeddedRedis server;

    @BeforeEach
    void makeClientWhileThereIsNoServer() {
        var config = new FixedRedisConfig("redis://127.0.0.1:" + port);
        redis = new Redis(config);
        news = new RedisNews(redis, vertx, config);
    }

    @AfterEach
    void stop() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void saysThatRedisIsAwayAndFindsItWhenItComes() {
        // Given: nobody listens yet
        assertThatThrownBy(this::ping).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.UPSTREAM);
            assertThat(failure.code()).isEqualTo("shared.redis-away");
            assertThat(failure.status()).isEqualTo(503);
        });
        assertThat(readiness()).isEqualTo(Status.DOWN);

        // When
        startServer();

        // Then
        await().atMost(LONG).ignoreExceptions().untilAsserted(() -> assertThat(ping())
                .isEqualTo("PONG"));
        assertThat(readiness()).isEqualTo(Status.UP);
    }

    @Test
    void comesBackByItselfAfterTheServerWasAway() {
        // Given
        startServer();
        await().atMost(LONG).ignoreExceptions().untilAsserted(() -> assertThat(ping())
                .isEqualTo("PONG"));
        redis.call(commands -> commands.set("kept", "through the restart"))
                .await()
                .atMost(LONG);
        server.stop();
        await().atMost(LONG).untilAsserted(() -> assertThatThrownBy(this::ping).isInstanceOf(Failure.class));

        // When
        startServer();

        // Then
        await().atMost(LONG).ignoreExceptions().untilAsserted(() -> assertThat(
                        redis.call(commands -> commands.get("kept")).await().atMost(LONG))
                .isEqualTo("through the restart"));
    }

    @Test
    void hearsNewsEvenWhenItSubscribedBeforeRedisWasThere() {
        // Given
        var heard = new CopyOnWriteArrayList<String>();
        news.subscribe("test-channel", text -> {
            throw new IllegalStateException("a listener that fails");
        });
        news.subscribe("test-channel", heard::add);
        startServer();

        // When, Then
        await().atMost(LONG).ignoreExceptions().untilAsserted(() -> {
            news.publish("test-channel", "news").await().atMost(LONG);
            assertThat(heard).contains("news");
        });
    }

    private void startServer() {
        server = EmbeddedRedis.start(EmbeddedTestParts.SOFTWARE, directory, port);
        assertThat(server.port()).isEqualTo(port);
    }

    private String ping() {
        return redis.call(commands -> commands.ping()).await().atMost(LONG);
    }

    private Status readiness() {
        return new RedisReadiness(redis).call().await().atMost(LONG).getStatus();
    }

    private record FixedRedisConfig(String uri) implements RedisConfig {

        @Override
        public boolean cluster() {
            return false;
        }

        @Override
        public Duration commandTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration retryInterval() {
            return Duration.ofMillis(100);
        }
    }
}
