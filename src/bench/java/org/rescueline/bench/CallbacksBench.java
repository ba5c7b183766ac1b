package org.rescueline.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rescueline.testkit.RunningService;

/**
 * Fifty operators reach for the same callback in the same moment, again and again: each time one of them gets it and the
 * switch is told once. Who has a callback is talking and takes no part in the next round. The switch is the demo's.
 */
final class CallbacksBench implements Benchmark {

    private static final int OPERATORS = 50;
    private static final int ROUNDS = 40;
    private static final int FIRST_EXTENSION = 3_000;
    private static final String PASSWORD = "correct horse battery";
    private static final int TAKEN = 202;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final Map<String, String> CONFIGURATION = Map.of(
            "rescueline.demo.stations", "10",
            "rescueline.demo.vehicles", "10",
            "rescueline.demo.trucks-on-road", "0",
            "rescueline.demo.call-interval", "PT1H",
            "rescueline.security.password.bcrypt-cost", "4");

    private final HttpClient http = HttpClient.newHttpClient();

    private record Claim(String cookie, int status, long nanos) {}

    @Override
    public void run(Metrics metrics) throws Exception {
        try (var service = RunningService.prepareAsShipped("bench-callbacks", CONFIGURATION)) {
            service.start();
            // The demo's accounts and its switch come a few seconds after the service.
            TimeUnit.SECONDS.sleep(20);
            var free = new ArrayList<>(operators(service));
            var samples = new Samples(OPERATORS * ROUNDS);
            long twice = 0;
            long nobody = 0;
            for (var round = 0; round < ROUNDS; round++) {
                var claims = race(service, create(service, round), free);
                claims.forEach(claim -> samples.add(claim.nanos));
                var winners = claims.stream().filter(claim -> claim.status == TAKEN).toList();
                twice += Math.max(0, winners.size() - 1);
                nobody += winners.isEmpty() ? 1 : 0;
                winners.forEach(winner -> free.remove(winner.cookie));
            }
            metrics.put("claims", samples.count());
            metrics.put("claimMedianMillis", samples.median() / NANOS_PER_MILLI);
            metrics.put("claimP99Millis", samples.percentile(99) / NANOS_PER_MILLI);
            metrics.put("claimedTwice", twice);
            metrics.put("claimedByNobody", nobody);
        }
    }

    private List<String> operators(RunningService service) throws Exception {
        var admin = service.signIn("admin", "demo");
        var cookies = new ArrayList<String>();
        for (var operator = 0; operator < OPERATORS; operator++) {
            var name = "bench-operator-" + operator;
            expect(201, send(post(service, "/api/v1/users", admin, """
                            {"username":"%s","displayName":"%s","password":"%s","roles":["OPERATOR"],"extension":"%d"}
                            """.formatted(name, name, PASSWORD, FIRST_EXTENSION + operator))));
            cookies.add(service.signIn(name, PASSWORD));
        }
        return cookies;
    }

    private String create(RunningService service, int round) throws Exception {
        var dispatcher = service.signIn("dispatcher", "demo");
        var answer = send(post(service, "/api/v1/callbacks", dispatcher, """
                {"number":"139%08d","dueAt":"%s"}""".formatted(round, Clock.systemUTC().instant())));
        expect(201, answer);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
    }

    private List<Claim> race(RunningService service, String callback, List<String> cookies) {
        var requests = cookies.stream()
                .map(cookie -> post(service, callback + "/dial", cookie, ""))
                .toList();
        var racing = new ArrayList<CompletableFuture<Claim>>();
        for (var index = 0; index < requests.size(); index++) {
            var cookie = cookies.get(index);
            long begin = System.nanoTime();
            racing.add(http.sendAsync(requests.get(index), BodyHandlers.ofString())
                    .thenApply(answer -> new Claim(cookie, answer.statusCode(), System.nanoTime() - begin)));
        }
        return racing.stream().map(CompletableFuture::join).toList();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest post(RunningService service, String path, String cookie, String body) {
        return HttpRequest.newBuilder(service.uri(path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
