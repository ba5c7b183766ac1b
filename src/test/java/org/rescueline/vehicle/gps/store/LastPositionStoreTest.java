package org.rescueline.vehicle.gps.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rescueline.vehicle.gps.fix.Fixes.aFix;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rescueline.shared.embedded.EmbeddedRedis;
import org.rescueline.shared.embedded.Ports;
import org.rescueline.shared.redis.Redis;
import org.rescueline.shared.redis.RedisClients;
import org.rescueline.testkit.EmbeddedTestParts;
import org.rescueline.vehicle.gps.fix.Fix;

class LastPositionStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PHONE = "13912345678";

    @TempDir
    Path directory;

    private final int port = Ports.free();
    private final Redis redis = RedisClients.at(port);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LastPositionStore store = new LastPositionStore(redis, meters);
    private EmbeddedRedis server;

    @BeforeEach
    void start() {
        server = EmbeddedRedis.start(EmbeddedTestParts.SOFTWARE, directory, port);
    }

    @AfterEach
    void stop() {
        RedisClients.close(redis);
        stopServer();
    }

    @Test
    void readsBackWhatItWrote() {
        // Given
        Fix fix = aFix().at(34.512345, 109.412345).build();
        store.note(PHONE, fix);

        // When
        write();

        // Then
        assertThat(read()).containsExactly(Map.entry(PHONE, fix));
    }

    @Test
    void neverOverwritesANewerFixWithAnOlderOneOfAnotherNode() {
        // Given what another node has written
        LastPositionStore otherNode = new LastPositionStore(redis, new SimpleMeterRegistry());
        Fix newer = aFix().after(Duration.ofMinutes(5)).build();
        otherNode.note(PHONE, newer);
        otherNode.write().toCompletableFuture().join();

        // When
        store.note(PHONE, aFix().at(30, 100).build());
        write();

        // Then
        assertThat(read()).containsEntry(PHONE, newer);
    }

    @Test
    void writesOnlyTheNewestOfWhatGathered() {
        // Given
        Fix newest = aFix().after(Duration.ofMinutes(2)).build();
        store.note(PHONE, aFix().build());
        store.note(PHONE, newest);
        store.note(PHONE, aFix().after(Duration.ofMinutes(1)).build());

        // When
        write();

        // Then
        assertThat(read()).containsEntry(PHONE, newest);
        assertThat(meters.counter("rescueline.last.positions.written").count()).isEqualTo(1);
    }

    @Test
    void losesNothingThatComesWhileItWrites() {
        // Given a connection that worked
        store.note("0", aFix().build());
        write();

        // When each next terminal reports while the one before is being written
        for (int terminal = 1; terminal <= 100; terminal++) {
            store.note(Integer.toString(terminal), aFix().build());
            var writing = store.write().toCompletableFuture();
            store.note(Integer.toString(-terminal), aFix().build());
            writing.join();
        }
        write();

        // Then
        List<String> all =
                IntStream.rangeClosed(-100, 100).mapToObj(Integer::toString).toList();
        assertThat(store.read(all).await().atMost(PATIENCE)).containsOnlyKeys(all);
    }

    @Test
    void keepsTheNewestWhileRedisIsAwayAndWritesItWhenItReturns() {
        // Given a connection that worked, and then no server
        store.note(PHONE, aFix().build());
        write();
        stopServer();
        Fix meanwhile = aFix().at(34.4, 109).after(Duration.ofMinutes(5)).build();
        store.note(PHONE, meanwhile);
        write();
        assertThat(meters.counter("rescueline.last.positions.write.failures").count())
                .isPositive();

        // When
        server = EmbeddedRedis.start(EmbeddedTestParts.SOFTWARE, directory, port);

        // Then
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            write();
            assertThat(read()).containsEntry(PHONE, meanwhile);
        });
    }

    @Test
    void holdsOneFixForEachTerminalHoweverLongRedisIsAway() {
        // Given
        stopServer();

        // When
        for (int second = 0; second < 1000; second++) {
            store.note(PHONE, aFix().after(Duration.ofSeconds(second)).build());
            store.note("other", aFix().after(Duration.ofSeconds(second)).build());
        }

        // Then
        assertThat(meters.get("rescueline.last.positions.waiting").gauge().value())
                .isEqualTo(2);
    }

    @Test
    void passesOverAHashThatSomebodyElseWrote() {
        // Given
        redis.call(commands -> commands.hset("rl:pos:" + PHONE, Map.of("fixedAt", "yesterday")))
                .await()
                .atMost(PATIENCE);

        // When
        Map<String, Fix> read = read();

        // Then
        assertThat(read).isEmpty();
    }

    private void stopServer() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    private void write() {
        store.write().toCompletableFuture().join();
    }

    private Map<String, Fix> read() {
        return store.read(List.of(PHONE)).await().atMost(PATIENCE);
    }
}
