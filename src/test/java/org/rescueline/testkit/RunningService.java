package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.shared.embedded.Ports;

/**
 * The packaged program as a process of its own, with a data directory below {@code target} and ports of its own that
 * stay the same over restarts. For tests that run after packaging ({@code *IT}).
 */
public final class RunningService implements AutoCloseable {

    /** The packaged program. */
    public static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path directory;
    private final Map<String, String> configuration = new HashMap<>();
    private final int httpPort = Ports.free();
    private Path program = PROGRAM.toAbsolutePath();
    private List<String> jvmOptions = List.of("-Xmx512m");
    private Process process;

    private RunningService(String name, Map<String, String> extra) {
        directory = Path.of("target", "running", name).toAbsolutePath();
        configuration.put("quarkus.http.port", Integer.toString(httpPort));
        configuration.put("rescueline.data-dir", dataDirectory().toString());
        configuration.put(
                "rescueline.embedded.software-dir",
                EmbeddedTestParts.SOFTWARE.toAbsolutePath().toString());
        configuration.put("rescueline.embedded.database-port", "0");
        configuration.put("rescueline.embedded.redis-port", "0");
        configuration.put("rescueline.gps.port", Integer.toString(Ports.free()));
        configuration.put("rescueline.telephony.agi-port", Integer.toString(Ports.free()));
        configuration.put("rescueline.demo.enabled", "false");
        configuration.put("rescueline.telephony.enabled", "false");
        configuration.put("rescueline.bind-address", "127.0.0.1");
        configuration.putAll(extra);
    }

    /**
     * Prepares a service over an empty data directory; {@link #start} starts it.
     *
     * @param name of its directory below {@code target/running}; one test, one name
     * @param extra configuration keys on top of, or instead of, the ones every test has
     */
    public static RunningService prepare(String name, Map<String, String> extra) {
        var service = new RunningService(name, extra);
        delete(service.directory);
        return service;
    }

    /**
     * Prepares a service as a fresh checkout has it: with the demo, its programs still packed, and no option for the
     * virtual machine.
     */
    public static RunningService prepareAsShipped(String name, Map<String, String> extra) {
        var service = new RunningService(name, Map.of());
        service.configuration.remove("rescueline.embedded.software-dir");
        service.configuration.remove("rescueline.demo.enabled");
        service.configuration.remove("rescueline.telephony.enabled");
        service.configuration.putAll(extra);
        delete(service.directory);
        return service.withJvmOptions();
    }

    /** Gives the virtual machine these options instead of a small heap. */
    public RunningService withJvmOptions(String... options) {
        jvmOptions = List.of(options);
        return this;
    }

    /** Starts this program instead of the packaged one. */
    public RunningService withProgram(Path other) {
        program = other;
        return this;
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Starts the process and does not wait. */
    public RunningService launch() {
        try {
            Files.createDirectories(directory);
            process = new ProcessBuilder(commandLine())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process and waits until it is ready. */
    public RunningService start() {
        launch();
        awaitReady();
        return this;
    }

    /** Waits until the service says that it is ready. */
    public void awaitReady() {
        await("ready; see " + log()).atMost(START_LIMIT).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the service ended with " + process.exitValue() + "; see " + log());
            }
            return readiness().filter(status -> status == 200).isPresent();
        });
    }

    /** The status of the readiness probe; absent while nobody listens. */
    public Optional<Integer> readiness() {
        return find("/q/health/ready").map(HttpResponse::statusCode);
    }

    /** Asks for a page without signing in; absent while nobody listens. */
    public Optional<HttpResponse<String>> find(String path) {
        try {
            var request = HttpRequest.newBuilder(uri(path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The address of a page. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    /** A number among the configuration, such as {@code rescueline.gps.port}. */
    public int port(String key) {
        return Integer.parseInt(configuration.get(key));
    }

    /** Kills the service as a power cut would; its embedded parts stay behind. */
    public void kill9() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the service to stop, and waits until it and its embedded parts have. */
    public void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** Terminates and starts. */
    public void restart() {
        terminate();
        start();
    }

    /** Signs in over HTTP; the cookie as a request sends it. */
    public String signIn(String username, String password) {
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        var request = HttpRequest.newBuilder(uri("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.headers()
                    .firstValue("Set-Cookie")
                    .map(cookie -> cookie.split(";")[0])
                    .orElseThrow(() -> new IllegalStateException("no session: " + answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where its embedded database is reached, while it runs. */
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%s/%s?user=%s"
                .formatted(databasePort(), EmbeddedPostgres.DATABASE, EmbeddedPostgres.USER);
    }

    /** Where its embedded database listens, while it runs. */
    public int databasePort() {
        return Integer.parseInt(postmasterPid().get(3).strip());
    }

    /** The process id of its embedded database. */
    public long databasePid() {
        return Long.parseLong(postmasterPid().get(0));
    }

    /** Where its embedded Redis is reached, while it runs. */
    public String redisUri() {
        try {
            var port = Files.readString(dataDirectory().resolve("redis").resolve("redis.port"));
            return "redis://127.0.0.1:" + port.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the service printed, over all its starts. */
    public Path log() {
        return directory.resolve("service.log");
    }

    /** Where its embedded parts keep their data. */
    public Path dataDirectory() {
        return directory.resolve("data");
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        if (!process.isAlive()
                && Files.exists(dataDirectory().resolve("postgres").resolve("postmaster.pid"))) {
            // It was killed and left its parts behind; only a service of the same directory stops them in order.
            launch();
            awaitReady();
        }
        terminate();
    }

    private List<String> postmasterPid() {
        try {
            var lines = Files.readAllLines(dataDirectory().resolve("postgres").resolve("postmaster.pid"));
            return lines.stream().map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> commandLine() {
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(jvmOptions);
        configuration.forEach((key, value) -> line.add("-D" + key + "=" + value));
        line.addAll(List.of("-jar", program.toString()));
        return line;
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not stop; see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
