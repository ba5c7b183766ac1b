package org.rescueline.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.rescueline.geo.WgsPoint;
import org.rescueline.station.internal.RankingAlone;
import org.rescueline.testkit.RunningService;

/**
 * Who of 5,000 stations should go? In process: the whole ranking with its reasons, and the search alone. Over a connection:
 * what a database would have answered with its index of points (GiST, {@code order by place <-> point}), which knows
 * neither geodesics nor who is able, so that the comparison is in the database's favour. Over HTTP: the request a page
 * makes, on the packaged service.
 */
final class NearestBench implements Benchmark {

    private static final int STATIONS = 5_000;
    private static final int DEMO_STATIONS = 250;
    private static final int LIMIT = 5;
    private static final int WARM_UP = 20_000;
    private static final int QUESTIONS = 20_000;
    private static final int DATABASE_QUESTIONS = 3_000;
    private static final int HTTP_QUESTIONS = 1_500;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double NANOS_PER_MILLI = 1_000_000;

    @Override
    public void run(Metrics metrics) throws Exception {
        var random = new Random(5_000);
        var places = Stream.generate(() -> somewhere(random)).limit(STATIONS).toList();
        var questions = Stream.generate(() -> somewhere(random)).limit(1_000).toList();
        inProcess(metrics, RankingAlone.over(places, random), questions);
        try (var service = RunningService.prepareAsShipped("bench-nearest", demo())) {
            service.start();
            multiplyStations(service.databaseUrl());
            service.restart();
            overConnection(metrics, service.databaseUrl(), places, questions);
            overHttp(metrics, service, questions);
        }
    }

    private static void inProcess(Metrics metrics, RankingAlone ranking, List<WgsPoint> questions) {
        measure(ranking, questions, WARM_UP, place -> ranking.rank(place, LIMIT).candidates().size());
        var whole = measure(ranking, questions, QUESTIONS, place -> ranking.rank(place, LIMIT).candidates().size());
        metrics.put("medianMicros", whole.median() / NANOS_PER_MICRO);
        metrics.put("p99Micros", whole.percentile(99) / NANOS_PER_MICRO);
        measure(ranking, questions, WARM_UP, place -> ranking.nearestAble(place, LIMIT));
        var search = measure(ranking, questions, QUESTIONS, place -> ranking.nearestAble(place, LIMIT));
        metrics.put("searchMedianMicros", search.median() / NANOS_PER_MICRO);
        metrics.put("searchP99Micros", search.percentile(99) / NANOS_PER_MICRO);
    }

    private static Samples measure(
            RankingAlone ranking, List<WgsPoint> questions, int count, ToIntFunction<WgsPoint> ask) {
        var samples = new Samples(count);
        for (var question = 0; question < count; question++) {
            var from = questions.get(question % questions.size());
            long begin = System.nanoTime();
            if (ask.applyAsInt(from) == 0) {
                throw new IllegalStateException("no station for " + from + " in " + ranking);
            }
            samples.add(System.nanoTime() - begin);
        }
        return samples;
    }

    /** The demo has no more stations than the country has cities: each is entered again around its city. */
    private static void multiplyStations(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("""
                    with copies as (
                      insert into station
                      select gen_random_uuid(), s.code || '-' || n, s.name || n, s.office_id, s.status, s.star_grade,
                             s.head_name, s.head_phone, s.address, s.latitude + random() - 0.5,
                             s.longitude + random() - 0.5, s.capabilities, s.main_models, s.parts_hint, s.night_opening,
                             s.opens_at, s.closes_at, s.zone, s.rescue_vans, s.technicians, s.service_radius_km, 0,
                             s.created_at, s.updated_at
                        from station s cross join generate_series(1, %d) n
                      returning id)
                    insert into duty_phone (id, station_id, number, label, is_primary, position)
                    select gen_random_uuid(), id, '+869130000000', '主', true, 0 from copies
                    """.formatted(STATIONS / DEMO_STATIONS - 1));
            statement.execute("update station_register set revision = revision + 1");
        }
    }

    private static void overConnection(Metrics metrics, String url, List<WgsPoint> places, List<WgsPoint> questions)
            throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            fill(connection, places);
            ask(connection, questions);
            var samples = ask(connection, questions);
            metrics.put("databaseMedianMicros", samples.median() / NANOS_PER_MICRO);
            metrics.put("databaseP99Micros", samples.percentile(99) / NANOS_PER_MICRO);
        }
    }

    private static void fill(Connection connection, List<WgsPoint> places) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table bench_place (id integer primary key, place point not null)");
            try (var insert = connection.prepareStatement("insert into bench_place values (?, point(?, ?))")) {
                for (var id = 0; id < places.size(); id++) {
                    insert.setInt(1, id);
                    insert.setDouble(2, places.get(id).longitude());
                    insert.setDouble(3, places.get(id).latitude());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute("create index on bench_place using gist (place)");
            statement.execute("analyze bench_place");
        }
    }

    private static Samples ask(Connection connection, List<WgsPoint> questions) throws SQLException {
        var samples = new Samples(DATABASE_QUESTIONS);
        try (var query = connection.prepareStatement(
                "select id, place from bench_place order by place <-> point(?, ?) limit " + LIMIT)) {
            for (var question = 0; question < DATABASE_QUESTIONS; question++) {
                var from = questions.get(question % questions.size());
                long begin = System.nanoTime();
                query.setDouble(1, from.longitude());
                query.setDouble(2, from.latitude());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        rows.getInt(1);
                    }
                }
                samples.add(System.nanoTime() - begin);
            }
        }
        return samples;
    }

    private static void overHttp(Metrics metrics, RunningService service, List<WgsPoint> questions) throws Exception {
        var http = HttpClient.newHttpClient();
        var cookie = service.signIn("dispatcher", "demo");
        ask(http, service, cookie, questions);
        var samples = ask(http, service, cookie, questions);
        metrics.put("httpMedianMillis", samples.median() / NANOS_PER_MILLI);
        metrics.put("httpP99Millis", samples.percentile(99) / NANOS_PER_MILLI);
    }

    private static Samples ask(HttpClient http, RunningService service, String cookie, List<WgsPoint> questions)
            throws Exception {
        var samples = new Samples(HTTP_QUESTIONS);
        for (var question = 0; question < HTTP_QUESTIONS; question++) {
            var from = questions.get(question % questions.size());
            var path = "/api/v1/stations/nearest?latitude=%f&longitude=%f&limit=%d"
                    .formatted(from.latitude(), from.longitude(), LIMIT);
            var request = HttpRequest.newBuilder(service.uri(path))
                    .header("Cookie", cookie)
                    .build();
            long begin = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofString());
            samples.add(System.nanoTime() - begin);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        return samples;
    }

    /** Somewhere in the inhabited half of the country. */
    private static WgsPoint somewhere(Random random) {
        return new WgsPoint(22 + 20 * random.nextDouble(), 100 + 22 * random.nextDouble());
    }

    private static Map<String, String> demo() {
        return Map.of(
                "rescueline.demo.stations", Integer.toString(DEMO_STATIONS),
                "rescueline.demo.vehicles", "10",
                "rescueline.demo.trucks-on-road", "0",
                "rescueline.demo.call-interval", "PT1H");
    }
}
