package org.rescueline.vehicle.gps.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.redis.Redis;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.gateway.TerminalGateway;
import org.rescueline.vehicle.gps.store.LastPositionStore;
import org.rescueline.vehicle.gps.store.PositionReader;

/** What a node that has just started knows. */
@QuarkusTest
class LastPositionMemoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    TerminalGateway gateway;

    @Inject
    TerminalTable table;

    @Inject
    LastPositionStore store;

    @Inject
    PositionReader reader;

    @Inject
    Redis redis;

    @Inject
    Pool pool;

    private final String phone =
            "1" + (3_000_000_000L + ThreadLocalRandom.current().nextLong(999_999_999L));
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void takesLastPositionsFromRedis() {
        // Given a position that reached Redis
        report();
        await().atMost(PATIENCE).until(this::isInRedis);

        // When
        PositionView position = knownAfterAStart();

        // Then
        assertThat(position.latitude()).isEqualTo(34.5);
        assertThat(position.fixedAt()).isEqualTo(at);
    }

    @Test
    void takesFromTheHistoryWhatRedisHasLost() {
        // Given a position that is in the history and no longer in Redis
        report();
        await().atMost(PATIENCE).until(() -> isInHistory() && isInRedis());
        redis.call(commands -> commands.del("rl:pos:" + phone)).await().atMost(PATIENCE);

        // When
        PositionView position = knownAfterAStart();

        // Then
        assertThat(position.latitude()).isEqualTo(34.5);
        assertThat(position.ignitionOn()).isTrue();
        assertThat(position.fixedAt()).isEqualTo(at);
        await().atMost(PATIENCE).until(this::isInRedis);
    }

    private void report() {
        try (Terminal808 terminal = Terminal808.online(gateway.port(), phone)) {
            terminal.report(34.5, 109.4, at);
        }
    }

    private PositionView knownAfterAStart() {
        TerminalDirectory fresh = new TerminalDirectory(table, Clock.systemUTC());
        fresh.load()
                .chain(new LastPositionMemory(fresh, store, reader, Clock.systemUTC())::restore)
                .await()
                .atMost(PATIENCE);
        return fresh.find(phone).orElseThrow().position();
    }

    private boolean isInRedis() {
        return redis.call(commands -> commands.exists("rl:pos:" + phone))
                        .await()
                        .atMost(PATIENCE)
                == 1;
    }

    private boolean isInHistory() {
        return pool.preparedQuery("select 1 from position p join terminal t on t.id = p.terminal_id where t.phone = $1")
                        .execute(Tuple.of(phone))
                        .await()
                        .atMost(PATIENCE)
                        .size()
                > 0;
    }
}
