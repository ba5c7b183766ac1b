package org.rescueline.vehicle.gps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.OutlivingDatabase;
import org.rescueline.testkit.RunningService;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.gps.jt808.LocationBatch;
import org.rescueline.vehicle.gps.jt808.LocationReport;
import org.rescueline.vehicle.gps.jt808.MessageId;
import org.rescueline.vehicle.gps.jt808.PlatformAck;

/** The packaged service is killed, or left without its database, while trucks report; nothing acknowledged is lost. */
class KilledGatewayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TRUCKS = 4;
    private static final int BATCH = 40;
    private static final int BUFFER = 300;
    private static final int WRITTEN_AT_ONCE = 50;

    private static OutlivingDatabase database;
    private static RunningService service;

    @BeforeAll
    static void start() {
        database = new OutlivingDatabase("gateway");
        Map<String, String> configuration = database.configuration();
        configuration.put("rescueline.gps.history.buffer", Integer.toString(BUFFER));
        configuration.put("rescueline.gps.history.batch", Integer.toString(WRITTEN_AT_ONCE));
        configuration.put("rescueline.gps.history.retry-interval", "PT0.2S");
        service = RunningService.prepare("gateway-killed", configuration).start();
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @Test
    void keepsEveryAcknowledgedBatchThoughItIsKilledWhileTheyCome() {
        // Given trucks that send one kept batch after the other
        List<Truck> trucks = IntStream.range(0, TRUCKS)
                .mapToObj(i -> new Truck("1391000000" + i))
                .toList();
        List<Thread> threads = trucks.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
        await().atMost(PATIENCE).until(() -> trucks.stream().allMatch(truck -> truck.acknowledged.size() >= 5));

        // When
        service.kill9();
        threads.forEach(KilledGatewayIT::join);
        service.start();

        // Then, and sending the last batch again adds nothing
        for (Truck truck : trucks) {
            truck.sendLastAgain();
            for (int batch : truck.acknowledged) {
                assertThat(stored(truck.phone, batch))
                        .as("batch %d of %s", batch, truck.phone)
                        .isEqualTo(BATCH);
            }
        }
    }

    @Test
    void acknowledgesNothingItCannotKeepWhileTheDatabaseIsAway() {
        // Given a truck, and no database
        String phone = "13920000001";
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
        try (Terminal808 terminal = Terminal808.online(service.port("rescueline.gps.port"), phone)) {
            database.stop();
            terminal.sendParts(batch(0), 900);

            // When more live reports come than the buffer holds
            int acknowledged = 0;
            boolean isAnswered = true;
            while (isAnswered && acknowledged < 2 * BUFFER) {
                terminal.send(LocationReport.at(34.5, 109.4, start.plusSeconds(acknowledged)));
                isAnswered = !terminal.hearsNothingFor(Duration.ofSeconds(3));
                acknowledged += isAnswered ? terminal.takeAcknowledged(MessageId.LOCATION_REPORT) : 0;
            }
            int kept = acknowledged;
            database.start();

            // Then the batch is acknowledged late, and what was acknowledged is stored
            assertThat(isAnswered).isFalse();
            assertThat(kept).isPositive().isLessThanOrEqualTo(BUFFER + WRITTEN_AT_ONCE);
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() ->
                            database.count("select count(*) from position p join terminal t on t.id = p.terminal_id"
                                            + " where t.phone = '" + phone + "' and p.fixed_at >= '" + start + "'")
                                    >= kept);
            assertThat(terminal.awaitAckOf(MessageId.LOCATION_BATCH)).isEqualTo(PlatformAck.Result.DONE);
            assertThat(stored(phone, 0)).isEqualTo(BATCH);
        }
    }

    /** Sends batches until the line breaks, each once the one before is acknowledged. */
    private static final class Truck implements Runnable {
        private final String phone;
        private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();

        private Truck(String phone) {
            this.phone = phone;
        }

        @Override
        public void run() {
            try (Terminal808 terminal = Terminal808.online(service.port("rescueline.gps.port"), phone)) {
                for (int number = 0; ; number++) {
                    if (terminal.sayInParts(batch(number), 900) == PlatformAck.Result.DONE) {
                        acknowledged.add(number);
                    }
                }
            } catch (AssertionError | UncheckedIOException killed) {
                // The service is gone: what is not acknowledged by now may be lost.
            }
        }

        private void sendLastAgain() {
            try (Terminal808 terminal = Terminal808.online(service.port("rescueline.gps.port"), phone)) {
                terminal.sayInParts(batch(acknowledged.get(acknowledged.size() - 1)), 500);
            }
        }
    }

    /** Every batch covers a time of its own, some days back. */
    private static LocationBatch batch(int number) {
        return LocationBatch.of(
                LocationBatch.Kind.BLIND_AREA,
                IntStream.range(0, BATCH)
                        .mapToObj(i -> LocationReport.at(34.5 + i / 10_000.0, 109.4, at(number, i)))
                        .toList());
    }

    private static final Instant FIRST =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(5));

    private static Instant at(int batch, int index) {
        return FIRST.plusSeconds(batch * (long) BATCH + index);
    }

    private static long stored(String phone, int batch) {
        return database.count(
                "select count(*) from position p join terminal t on t.id = p.terminal_id where t.phone = '" + phone
                        + "' and p.fixed_at >= '" + at(batch, 0) + "' and p.fixed_at < '" + at(batch + 1, 0) + "'");
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
