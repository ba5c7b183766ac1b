package org.rescueline.vehicle.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.OutlivingDatabase;
import org.rescueline.testkit.OutlivingRedis;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.PlatformAck;

/**
 * The packaged service is killed, or left without its database or its Redis, while trucks report: what they heard to be
 * acknowledged is stored.
 */
class KilledGatewayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final int BUFFER = 300;
    private static final int WRITTEN_AT_ONCE = 50;

    private static OutlivingDatabase database;
    private static OutlivingRedis redis;
    private static RunningService service;

    @BeforeAll
    static void start() {
        database = new OutlivingDatabase("gateway");
        redis = new OutlivingRedis("gateway");
        Map<String, String> configuration = database.configuration();
        configuration.put("rescueline.redis.uri", redis.uri());
        configuration.put("rescueline.gps.history.buffer", Integer.toString(BUFFER));
        configuration.put("rescueline.gps.history.batch", Integer.toString(WRITTEN_AT_ONCE));
        configuration.put("rescueline.gps.history.retry-interval", "PT0.2S");
        service = RunningService.prepare("gateway-killed", configuration).start();
    }

    @AfterAll
    static void stop() {
        service.close();
        redis.close();
        database.close();
    }

    @Test
    void losesNothingAcknowledgedWhenItIsKilledUnderLoad() {
        // Given trucks that report live over TCP and UDP, and others that send what they kept
        int port = service.port("rescueline.gps.port");
        List<ReportingTruck> trucks = List.of(
                ReportingTruck.live("13910000000", phone -> Terminal808.online(port, phone)),
                ReportingTruck.live("13910000001", phone -> Terminal808.online(port, phone)),
                ReportingTruck.live("13910000002", phone -> Terminal808.onlineOverUdp(port, phone)),
                ReportingTruck.bringingBatches("13910000003", phone -> Terminal808.online(port, phone)),
                ReportingTruck.bringingBatches("13910000004", phone -> Terminal808.online(port, phone)));
        List<Thread> threads = trucks.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
        await().atMost(PATIENCE).until(() -> trucks.stream()
                .allMatch(truck -> truck.acknowledged().size() >= 4 * ReportingTruck.BATCH));

        // When
        service.kill9();
        threads.forEach(KilledGatewayIT::join);
        service.start();

        // Then, and what is sent again is kept once
        for (ReportingTruck truck : trucks) {
            assertThat(stored(truck.phone(), truck.acknowledged()))
                    .as("what was acknowledged to %s", truck.phone())
                    .isEqualTo(truck.acknowledged().size());
            truck.sendLastAgain();
            assertThat(rows(truck.phone(), truck.acknowledged()))
                    .isEqualTo(stored(truck.phone(), truck.acknowledged()));
        }
    }

    @Test
    void acknowledgesNothingItCannotKeepWhileTheDatabaseIsAwayAndStillTellsWhereTrucksAre() {
        // Given a truck, and no database
        String phone = "13920000001";
        long first = Instant.now().getEpochSecond() - 3_600;
        int reports = 2 * BUFFER;
        try (Terminal808 terminal = Terminal808.online(service.port("rescueline.gps.port"), phone)) {
            database.stop();

            // When more reports come than the buffer holds
            List<Integer> serials = IntStream.range(0, reports)
                    .map(i -> terminal.send(at(first + i)))
                    .boxed()
                    .toList();
            boolean isSilent = terminal.hearsNothingFor(SILENCE);
            awaitLastInRedis(phone, first + reports - 1);
            database.start();
            Set<Integer> acknowledged = heardAtOnce(terminal);

            // Then what was queued is acknowledged once it is stored, and no more
            assertThat(isSilent).isTrue();
            assertThat(acknowledged).hasSizeBetween(1, BUFFER + WRITTEN_AT_ONCE);
            assertThat(stored(phone, seconds(serials, acknowledged, first))).isEqualTo(acknowledged.size());

            // And sent again, as terminals do, all of it is taken, each once
            for (int i = 0; i < reports; i++) {
                assertThat(
                                acknowledged.contains(serials.get(i))
                                        ? PlatformAck.Result.DONE
                                        : terminal.report(at(first + i)))
                        .isEqualTo(PlatformAck.Result.DONE);
            }
            List<Long> all =
                    IntStream.range(0, reports).mapToObj(i -> first + i).toList();
            assertThat(stored(phone, all)).isEqualTo(reports);
            assertThat(rows(phone, all)).isEqualTo(reports);
        }
    }

    @Test
    void keepsEveryReportWhileRedisIsAwayAndTellsItsLastPositionAfterwards() {
        // Given
        String phone = "13920000002";
        long first = Instant.now().getEpochSecond() - 60;
        List<Long> all = IntStream.range(0, 20).mapToObj(i -> first + i).toList();
        try (Terminal808 terminal = Terminal808.online(service.port("rescueline.gps.port"), phone)) {
            redis.stop();

            // When
            for (long second : all) {
                assertThat(terminal.report(at(second))).isEqualTo(PlatformAck.Result.DONE);
            }
            long storedMeanwhile = stored(phone, all);
            redis.start();

            // Then
            assertThat(storedMeanwhile).isEqualTo(all.size());
            awaitLastInRedis(phone, first + 19);
        }
    }

    /** Everything that is acknowledged until it is silent again. */
    private static Set<Integer> heardAtOnce(Terminal808 terminal) {
        Set<Integer> heard = new HashSet<>();
        await().atMost(PATIENCE).until(() -> !terminal.hearsNothingFor(SILENCE));
        do {
            heard.addAll(terminal.takeAcknowledged());
        } while (!terminal.hearsNothingFor(SILENCE));
        return heard;
    }

    private static List<Long> seconds(List<Integer> serials, Set<Integer> acknowledged, long first) {
        return IntStream.range(0, serials.size())
                .filter(i -> acknowledged.contains(serials.get(i)))
                .mapToObj(i -> first + i)
                .toList();
    }

    private static LocationReport at(long second) {
        return LocationReport.at(34.5, 109.4, Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.SECONDS));
    }

    private static long stored(String phone, List<Long> seconds) {
        return count("count(distinct p.fixed_at)", phone, seconds);
    }

    private static long rows(String phone, List<Long> seconds) {
        return count("count(*)", phone, seconds);
    }

    private static long count(String what, String phone, List<Long> seconds) {
        return database.count(
                "select " + what + " from position p join terminal t on t.id = p.terminal_id where t.phone = '"
                        + phone + "' and extract(epoch from p.fixed_at)::bigint = any('"
                        + seconds.toString().replace('[', '{').replace(']', '}') + "')");
    }

    private static void awaitLastInRedis(String phone, long second) {
        String newest = Long.toString(Instant.ofEpochSecond(second).toEpochMilli());
        await("the newest fix in Redis")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> newest.equals(lastInRedis(phone)));
    }

    private static String lastInRedis(String phone) {
        var client = RedisClient.create(redis.uri());
        try (var connection = client.connect()) {
            return connection.sync().hget("rl:pos:" + phone, "fixedAt");
        } finally {
            client.shutdown();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
