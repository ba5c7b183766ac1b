package org.rescueline.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.rescueline.shared.Idempotency;
import org.rescueline.testkit.RunningService;

/**
 * Cases begun over HTTP, with an idempotency key as the desk sends it, against what pgbench makes of the very same rows in
 * the same database with as many clients.
 */
final class EventsBench implements Benchmark {

    private static final int CLIENTS = 16;
    private static final int WARM_UP_EACH = 150;
    private static final int WRITES_EACH = 300;
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final String BODY =
            "{\"kind\":\"EMERGENCY_RESCUE\",\"callerName\":\"演示\",\"story\":\"Stands on the shoulder, will not start\"}";

    private static final Map<String, String> CONFIGURATION = Map.of(
            "rescueline.demo.stations", "10",
            "rescueline.demo.vehicles", "10",
            "rescueline.demo.trucks-on-road", "0",
            "rescueline.demo.call-interval", "PT1H");

    @Override
    public void run(Metrics metrics) throws Exception {
        try (var service = RunningService.prepareAsShipped("bench-events", CONFIGURATION);
                var http = new Writers(service.start())) {
            var sample = http.write();
            http.writeAll(WARM_UP_EACH);
            long begin = System.nanoTime();
            var samples = http.writeAll(WRITES_EACH);
            double rate = CLIENTS * WRITES_EACH / ((System.nanoTime() - begin) / NANOS);
            metrics.put("writesPerSecond", rate);
            metrics.put("writeMedianMillis", samples.median() / NANOS_PER_MILLI);
            metrics.put("writeP99Millis", samples.percentile(99) / NANOS_PER_MILLI);
            try (var connection = DriverManager.getConnection(service.databaseUrl())) {
                double raw = pgbench(connection, service.databaseUrl(), sample);
                metrics.put("pgbenchPerSecond", raw);
                metrics.put("ratioToPgbench", rate / raw);
            }
        }
    }

    private static double pgbench(Connection connection, String url, UUID event) throws Exception {
        return new PgBench(url)
                .row(connection, "idempotency_key", "response->>'id' = '" + event + "'", Map.of("key", "'k' || :r"))
                .statement("select next_event_serial(current_date)")
                .row(connection, "event", "id = '" + event + "'", Map.of("id", "md5('e' || :r)::uuid", "number", "'B' || :r"))
                .row(connection, "event_timeline", "event_id = '" + event + "'", Map.of(
                        "id", "md5('t%d' || :r)::uuid", "event_id", "md5('e' || :r)::uuid"))
                .transactionsPerSecond(CLIENTS);
    }

    /** People at their desks, each waiting for the answer before the next case. */
    private static final class Writers implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final RunningService service;
        private final String cookie;

        Writers(RunningService service) throws InterruptedException {
            this.service = service;
            // The demo's accounts come a moment after the service.
            TimeUnit.SECONDS.sleep(10);
            this.cookie = service.signIn("operator", "demo");
        }

        Samples writeAll(int each) throws Exception {
            var threads = Executors.newFixedThreadPool(CLIENTS);
            try {
                var work = new ArrayList<Callable<long[]>>();
                for (var client = 0; client < CLIENTS; client++) {
                    work.add(() -> writeMany(each));
                }
                var samples = new Samples(CLIENTS * each);
                for (var done : threads.invokeAll(work)) {
                    for (var nanos : done.get()) {
                        samples.add(nanos);
                    }
                }
                return samples;
            } finally {
                threads.shutdown();
            }
        }

        UUID write() throws Exception {
            var request = HttpRequest.newBuilder(service.uri("/api/v1/events"))
                    .header("Cookie", cookie)
                    .header("Content-Type", "application/json")
                    .header(Idempotency.HEADER, UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(BODY))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            var location = answer.headers().firstValue("Location").orElseThrow();
            return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        }

        private long[] writeMany(int count) throws Exception {
            var nanos = new long[count];
            for (var write = 0; write < count; write++) {
                long begin = System.nanoTime();
                write();
                nanos[write] = System.nanoTime() - begin;
            }
            return nanos;
        }

        @Override
        public void close() {
            // The connections end with the service.
        }
    }
}
