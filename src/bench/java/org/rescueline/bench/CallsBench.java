package org.rescueline.bench;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rescueline.security.Role;
import org.rescueline.telephony.internal.fold.NumberPlan;
import org.rescueline.telephony.internal.ledger.CallsInMemory;
import org.rescueline.testkit.CallCrowd;
import org.rescueline.testkit.TestCentre;
import org.rescueline.testkit.WebPerson;

/**
 * How fast calls may come through a real switch. First the switch alone, as many calls as it can place; then the same with
 * the service listening, after which every call must be in the ledger; then the rate at which it can go on and on, of which
 * the operators' pages are told. All of it on one machine, callers and desks included.
 */
final class CallsBench implements Benchmark {

    private static final int DESKS = 80;

    /** Every page is told of every call, so more open pages than a room has operators would measure the pages. */
    private static final int PAGES = 20;

    private static final int CALLS_AT_LIMIT = 3_000;
    private static final int AT_ONCE = 100;

    /** A switch that is offered all it can place lets callers wait longer and longer. */
    private static final double SUSTAINED = 0.75;

    private static final int OFFERED_SECONDS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final double MILLIS = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final CallCrowd.Manners BRISK = new CallCrowd.Manners(Duration.ofMillis(50), Duration.ofMillis(100));
    private static final CallCrowd.Manners QUICK = new CallCrowd.Manners(Duration.ofSeconds(1), Duration.ofMillis(500));
    private static final NumberPlan PLAN =
            NumberPlan.of("PJSIP/(1[0-9]{3})-[0-9a-f]+", "PJSIP/(?:hotline-trunk|outbound)-[0-9a-f]+");

    private long nextNumber = 13_900_000_000L;

    @Override
    public void run(Metrics metrics) {
        watchMemory(metrics);
        try (var centre = TestCentre.start("bench-calls", configuration(), exchange -> exchange.withDesks(DESKS))) {
            measureLimit(centre, metrics);
            measurePops(centre, metrics);
        }
    }

    /** The pages here only listen, which a page of ours never does for so long. */
    private static Map<String, String> configuration() {
        var configuration = new HashMap<>(WebPerson.SIGN_IN);
        configuration.put("rescueline.console.live.silence", "1h");
        return configuration;
    }

    private static void watchMemory(Metrics metrics) {
        try (var memory = new CallsInMemory(PLAN, "answered-400")) {
            for (long calls : List.of(10_000L, 50_000L, 100_000L)) {
                memory.runUpTo(calls);
                metrics.put("heapMiBAfter" + calls / 1_000 + "k", usedMiB());
            }
            metrics.put("callsHeldAfter100k", memory.held());
        }
    }

    private static double usedMiB() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576.0;
    }

    private void measureLimit(TestCentre centre, Metrics metrics) {
        centre.line().cut();
        double alone = place(centre);
        metrics.put("asteriskLimitPerSecond", alone);
        centre.line().mend();
        centre.awaitAttached();
        // What came while nobody listened is rebuilt first, and is no part of what follows.
        awaitLedger(centre);
        long before = inLedger(centre);
        double withService = place(centre);
        metrics.put("withServicePerSecond", withService);
        metrics.put("ratio", withService / alone);
        awaitLedger(centre);
        metrics.put("placedWithService", CALLS_AT_LIMIT);
        metrics.put("ledgerGrewBy", inLedger(centre) - before);
    }

    /** Calls a second, from the first ringing to the last goodbye. */
    private double place(TestCentre centre) {
        try (var crowd = CallCrowd.seat(centre.exchange(), BRISK)) {
            long begin = System.nanoTime();
            crowd.ring(callers(CALLS_AT_LIMIT), Duration.ofSeconds(CALLS_AT_LIMIT / 1_000), AT_ONCE);
            crowd.awaitEnd(LIMIT);
            return crowd.taken().size() / ((System.nanoTime() - begin) / NANOS_PER_MILLI / MILLIS);
        }
    }

    private void measurePops(TestCentre centre, Metrics metrics) {
        int perSecond = (int) (metrics.number("withServicePerSecond") * SUSTAINED);
        int calls = perSecond * OFFERED_SECONDS;
        var http = HttpClient.newHttpClient();
        var notes = new PopWatch.Notes();
        var pages = openPages(centre, http, notes);
        try (var crowd = CallCrowd.seat(centre.exchange(), QUICK)) {
            var since = Instant.now();
            long begin = System.nanoTime();
            crowd.ring(callers(calls), Duration.ofSeconds(OFFERED_SECONDS), calls);
            await().atMost(LIMIT).until(() -> crowd.taken().size() >= calls || !crowd.isRinging());
            double seconds = (System.nanoTime() - begin) / NANOS_PER_MILLI / MILLIS;
            int taken = crowd.taken().size();
            crowd.awaitEnd(LIMIT);
            awaitLedger(centre);
            metrics.put("offeredPerSecond", taken / seconds);
            metrics.put("offered", crowd.taken().size());
            metrics.put("recorded", centre.database()
                    .count("select count(*) from call where direction = 'INBOUND' and offered_at >= '" + since + "'"));
            pops(centre, since, notes, metrics);
        } finally {
            pages.forEach(WebSocket::abort);
        }
    }

    private static void pops(TestCentre centre, Instant since, PopWatch.Notes notes, Metrics metrics) {
        var ringing = centre.database()
                .list(
                        "select id, ringing_at from call where ringing_at is not null and offered_at >= '" + since + "'",
                        row -> Map.entry(
                                UUID.fromString(row.getString(1)), row.getTimestamp(2).toInstant()));
        var samples = notes.samples(
                ringing.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        metrics.put("pops", samples.count());
        metrics.put("popMedianMillis", samples.median() / NANOS_PER_MILLI);
        metrics.put("popP99Millis", samples.percentile(99) / NANOS_PER_MILLI);
    }

    private static List<WebSocket> openPages(TestCentre centre, HttpClient http, PopWatch.Notes notes) {
        var admin = WebPerson.admin(centre.service());
        var pages = new ArrayList<WebSocket>();
        for (var page = 1; page <= PAGES; page++) {
            // Spread over all desks, since the queue goes round.
            var extension = String.format("1%03d", page * DESKS / PAGES);
            var operator = admin.enter("bench-" + extension, Role.OPERATOR, extension);
            pages.add(PopWatch.open(http, centre.service().uri("/"), operator.cookie(), notes));
        }
        return pages;
    }

    private List<CallCrowd.Caller> callers(int count) {
        long first = nextNumber;
        nextNumber += count;
        return IntStream.range(0, count)
                .mapToObj(index -> new CallCrowd.Caller(Long.toString(first + index), PATIENCE))
                .toList();
    }

    /** Waits until the ledger has as many calls as the switch's record, all of them over. */
    private static void awaitLedger(TestCentre centre) {
        await("the ledger").atMost(LIMIT).until(() -> inLedger(centre) == centre.database()
                        .count("select count(*) from cel where eventtype = 'CHAN_START' and uniqueid = linkedid")
                && centre.database().count("select count(*) from call where ended_at is null") == 0);
    }

    private static long inLedger(TestCentre centre) {
        return centre.database().count("select count(*) from call where direction = 'INBOUND'");
    }
}
