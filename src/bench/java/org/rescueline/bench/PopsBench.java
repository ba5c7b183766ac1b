package org.rescueline.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.rescueline.telephony.manager.ScriptedManager;
import org.rescueline.testkit.RestClient;
import org.rescueline.testkit.RunningService;

/**
 * From the ringing telephone to the operator's screen at a hundred calls a second, more than an Asterisk on a small machine
 * can place: what a real one told of a call comes over the manager's protocol from a hundred callers a second. Everything
 * behind it is in earnest: the bridge, the ledger in PostgreSQL, the caller card with truck, place and stations, the cases
 * that answered calls begin, the pages' WebSocket.
 */
final class PopsBench implements Benchmark {

    private static final int OFFERED_PER_SECOND = Integer.getInteger("bench.offered-per-second", 100);

    /** A service that has just started spends half of the processors on compiling itself. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final int WARM_UP_PER_SECOND = OFFERED_PER_SECOND / 2;
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final int PAGES = 20;
    private static final int FIRST_EXTENSION = 1201;
    private static final Duration RINGING = Duration.ofSeconds(2);
    private static final Duration TALK = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String PASSWORD = "correct horse battery";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    private final RecordedCall recorded = new RecordedCall(RINGING, TALK);
    private int number;

    @Override
    public void run(Metrics metrics) throws Exception {
        try (var manager = new ScriptedManager();
                var service = RunningService.prepareAsShipped("bench-pops", configuration(manager))) {
            service.withJvmOptions("-Xmx1g").start();
            var callers = awaitDemo(service);
            awaitAttached(service);
            var watch = new PopWatch.Notes();
            var pages = openPages(service, watch);
            ring(manager, callers, WARM_UP, WARM_UP_PER_SECOND);
            awaitQuiet(service);
            measure(service, manager, callers, watch, metrics);
            pages.forEach(WebSocket::abort);
        } finally {
            clock.shutdownNow();
        }
    }

    private void measure(
            RunningService service, ScriptedManager manager, List<String> callers, PopWatch.Notes watch, Metrics metrics)
            throws Exception {
        var since = Instant.now();
        double seconds = ring(manager, callers, MEASURED, OFFERED_PER_SECOND);
        long left = count(service, "select count(*) from outbox where done_at is null");
        metrics.put("offeredPerSecond", offered(MEASURED) / seconds);
        metrics.put("eventsPerSecond", offered(MEASURED) * recorded.events() / seconds);
        awaitQuiet(service);
        metrics.put("offered", offered(MEASURED));
        metrics.put("recorded", count(service, "select count(*) from call where offered_at >= '" + since + "'"));
        // Cases that answered calls belong into wait here for their turn; it says how far that work was behind at the end.
        metrics.put("outboxWaitingAtEnd", left);
        var rang = ringing(service, since);
        var samples = watch.samples(rang);
        metrics.put("pops", samples.count());
        metrics.put("popsWithStations", watch.withStations(rang.keySet()));
        metrics.put("popMedianMillis", samples.median() / NANOS_PER_MILLI);
        metrics.put("popP99Millis", samples.percentile(99) / NANOS_PER_MILLI);
        metrics.put("popMaxMillis", samples.percentile(100) / NANOS_PER_MILLI);
    }

    /** Lets callers ring one after the other and waits for the last goodbye; how long they took to begin, in seconds. */
    private double ring(ScriptedManager manager, List<String> callers, Duration duration, int perSecond)
            throws Exception {
        long begin = System.nanoTime();
        int first = number;
        number += (int) duration.toSeconds() * perSecond;
        for (int call = first; call < number; call++) {
            long start = begin + (call - first) * (TimeUnit.SECONDS.toNanos(1) / perSecond);
            var extension = Integer.toString(FIRST_EXTENSION + call % PAGES);
            for (var telling : recorded.of(call, callers.get(call % callers.size()), extension)) {
                long wait = start + telling.after().toNanos() - System.nanoTime();
                clock.schedule(() -> manager.tell(telling.at(Instant.now())), wait, TimeUnit.NANOSECONDS);
            }
        }
        var took = clock.schedule(
                () -> (System.nanoTime() - begin) / NANOS_PER_SECOND,
                begin + duration.toNanos() - System.nanoTime(),
                TimeUnit.NANOSECONDS);
        await("the last goodbye")
                .atMost(duration.plus(LIMIT))
                .until(() -> clock.getQueue().isEmpty());
        return took.get();
    }

    private static int offered(Duration duration) {
        return (int) duration.toSeconds() * OFFERED_PER_SECOND;
    }

    /** Waits until every call is over in the ledger and every answered one is in its case. */
    private static void awaitQuiet(RunningService service) {
        await("the ledger")
                .atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> count(service, "select (select count(*) from call where ended_at is null)"
                                + " + (select count(*) from outbox where done_at is null)")
                        == 0);
    }

    /** The numbers of drivers whose truck is on the road and tells where it is. */
    private static List<String> awaitDemo(RunningService service) {
        return await("trucks on the road")
                .atMost(LIMIT)
                .until(
                        () -> list(service, "select substr(max(c.number), 4) from contact c"
                                + " join terminal t on t.vehicle_id = c.vehicle_id"
                                + " where c.role = 'DRIVER' and t.registered_at is not null"
                                + " group by c.vehicle_id order by c.vehicle_id limit 1000"),
                        numbers -> numbers.size() >= 150);
    }

    private static void awaitAttached(RunningService service) {
        await("the switch").atMost(LIMIT).until(() -> service.find("/q/health/ready")
                .filter(answer -> answer.body().contains("ASTERISK"))
                .isPresent());
    }

    private static Map<UUID, Instant> ringing(RunningService service, Instant since) throws SQLException {
        var ringing = new HashMap<UUID, Instant>();
        try (var connection = DriverManager.getConnection(service.databaseUrl());
                var rows = connection
                        .createStatement()
                        .executeQuery("select id, ringing_at from call where offered_at >= '" + since + "'")) {
            while (rows.next()) {
                ringing.put(UUID.fromString(rows.getString(1)), rows.getTimestamp(2).toInstant());
            }
        }
        return ringing;
    }

    private static List<WebSocket> openPages(RunningService service, PopWatch.Notes watch) {
        var http = HttpClient.newHttpClient();
        var admin = RestClient.signIn(service, "admin", "demo");
        var pages = new ArrayList<WebSocket>();
        for (int page = 0; page < PAGES; page++) {
            var extension = Integer.toString(FIRST_EXTENSION + page);
            var name = "bench-" + extension;
            admin.post(
                    "/users",
                    Map.of(
                            "username", name,
                            "displayName", "Tester " + extension,
                            "password", PASSWORD,
                            "roles", List.of("OPERATOR"),
                            "extension", extension));
            pages.add(PopWatch.open(http, service.uri("/"), service.signIn(name, PASSWORD), watch));
        }
        return pages;
    }

    private static long count(RunningService service, String sql) throws SQLException {
        return Long.parseLong(list(service, sql).get(0));
    }

    private static List<String> list(RunningService service, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(service.databaseUrl());
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** The invented country with its trucks on the road, and nobody who calls or works there by itself. */
    private static Map<String, String> configuration(ScriptedManager manager) throws IOException {
        var configuration = new HashMap<>(Map.of(
                "rescueline.demo.call-interval", "PT1H",
                "rescueline.demo.staff-interval", "PT1H",
                "rescueline.demo.trucks-on-road", "200",
                "rescueline.security.password.bcrypt-cost", "4",
                "rescueline.console.live.silence", "1h"));
        var address = manager.address("hotline");
        configuration.put("rescueline.telephony.ami.port", Integer.toString(address.port()));
        configuration.put("rescueline.telephony.ami.username", address.username());
        configuration.put("rescueline.telephony.ami.secret", address.secret());
        return configuration;
    }
}
