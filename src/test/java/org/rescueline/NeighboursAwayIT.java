package org.rescueline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.Ids;
import org.rescueline.shared.embedded.EmbeddedRedis;
import org.rescueline.shared.embedded.Ports;
import org.rescueline.testkit.EmbeddedTestParts;
import org.rescueline.testkit.OutlivingDatabase;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Terminal808;
import org.rescueline.testkit.WebPerson;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.PlatformAck;

/** Redis, then PostgreSQL, goes away while a truck reports and a case is worked on, and work resumes by itself. */
class NeighboursAwayIT {

    private static final Duration LONG = Duration.ofSeconds(90);

    /** Longer than an answer takes that waits for nobody. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private static final int REDIS_PORT = Ports.free();
    private static final Path REDIS = Path.of("target", "embedded", "away-redis-" + Ids.next());

    private static OutlivingDatabase database;
    private static EmbeddedRedis redis;
    private static RunningService service;
    private static WebPerson dispatcher;

    @BeforeAll
    static void start() {
        database = new OutlivingDatabase("away-postgres");
        startRedis();
        var configuration = database.configuration();
        configuration.putAll(WebPerson.SIGN_IN);
        configuration.put("rescueline.redis.uri", "redis://127.0.0.1:" + REDIS_PORT);
        service = RunningService.prepare("neighbours-away", configuration).start();
        dispatcher = WebPerson.admin(service).enter("away-dispatcher", Role.DISPATCHER, null);
    }

    @AfterAll
    static void stop() {
        service.close();
        redis.stop();
        database.close();
    }

    @Test
    void takesPositionsAndChangesWithoutRedisAndBringsRedisUpToDateAfterwards() {
        var terminal = "13612345671";
        try (var truck = Terminal808.online(service.port("rescueline.gps.port"), terminal)) {
            // Given
            redis.stop();
            awaitReadiness(503);

            // When
            var taken = truck.report(34.61, 109.61, now());
            var opened = openCase("redis-away");

            // Then
            assertThat(taken).isEqualTo(PlatformAck.Result.DONE);
            assertThat(opened).isEqualTo(201);
            startRedis();
            service.awaitReady();
            await().atMost(LONG).until(() -> "34.61".equals(latitudeInRedis(terminal)));
        }
    }

    @Test
    void answersPositionsWhenTheDatabaseIsBackAndRefusesChangesAloudUntilThen() {
        try (var truck = Terminal808.online(service.port("rescueline.gps.port"), "13612345672")) {
            // Given
            database.stop();
            awaitReadiness(503);

            // When
            var sent = truck.send(LocationReport.at(34.71, 109.71, now()).withIgnition(true));
            var refused = openCase("database-away");

            // Then
            assertThat(refused).isEqualTo(503);
            assertThat(truck.hearsNothingFor(SILENCE)).isTrue();
            database.start();
            service.awaitReady();
            database.awaitCount("select count(*) from position where latitude = 34.71", 1);
            assertThat(truck.awaitAck(sent)).isEqualTo(PlatformAck.Result.DONE);
            assertThat(openCase("database-away")).isEqualTo(201);
            assertThat(openCase("database-away")).isEqualTo(201);
            assertThat(database.count("select count(*) from event where story = 'database-away'"))
                    .isEqualTo(1);
        }
    }

    private static int openCase(String key) {
        return dispatcher
                .request()
                .header("Idempotency-Key", key)
                .body(Map.of("story", key))
                .post(dispatcher.uri("/api/v1/events"))
                .statusCode();
    }

    private static void awaitReadiness(int status) {
        await().atMost(LONG)
                .until(() -> service.readiness().filter(it -> it == status).isPresent());
    }

    private static void startRedis() {
        redis = EmbeddedRedis.start(EmbeddedTestParts.SOFTWARE, REDIS, REDIS_PORT);
    }

    private static String latitudeInRedis(String terminal) {
        try (var client = RedisClient.create("redis://127.0.0.1:" + REDIS_PORT);
                var connection = client.connect()) {
            return connection.sync().hget("rl:pos:" + terminal, "latitude");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
