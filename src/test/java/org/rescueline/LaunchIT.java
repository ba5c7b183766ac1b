package org.rescueline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.embedded.EmbeddedPostgres;
import org.rescueline.shared.embedded.EmbeddedRedis;
import org.rescueline.shared.embedded.Ports;
import org.rescueline.testkit.EmbeddedTestParts;
import org.rescueline.testkit.RunningService;

/** The packaged program from outside: how it starts, stops, dies, and bears the absence of what it stands on. */
class LaunchIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void keepsItsDataThroughKillAndStopAndStopsItsPartsInOrder() throws Exception {
        try (var service = RunningService.prepare("launch", Map.of()).start()) {
            // Given
            write(service, "first");

            // When: killed, and started again over the parts it left behind
            service.kill9();
            service.start();
            write(service, "second");

            // Then
            assertThat(written(service)).containsExactly("first", "second");

            // When: stopped in order, and started again
            var databasePort = databasePort(service);
            service.terminate();
            assertThat(isOpen(databasePort)).isFalse();
            service.start();

            // Then
            assertThat(written(service)).containsExactly("first", "second");
        }
    }

    @Test
    void servesTheConsoleAndSaysNoToWhatDoesNotExist() {
        try (var service = RunningService.prepare("launch-pages", Map.of()).start()) {
            // When
            var page = service.find("/").orElseThrow();
            var anyPath = service.find("/a/path/of/the/console").orElseThrow();
            var wrong = service.find("/api/v1/nothing-here").orElseThrow();

            // Then
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<div id=\"root\"");
            assertThat(anyPath.body()).isEqualTo(page.body());
            assertThat(wrong.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void waitsForADatabaseThatIsNotUpYetAndOutlivesOneThatGoesAway() {
        // Given: addresses at which nobody listens yet
        var databasePort = Ports.free();
        var redisPort = Ports.free();
        var configuration = Map.of(
                "rescueline.database.host",
                "127.0.0.1",
                "rescueline.database.port",
                Integer.toString(databasePort),
                "rescueline.redis.uri",
                "redis://127.0.0.1:" + redisPort);
        try (var service = RunningService.prepare("launch-away", configuration).launch()) {
            await().atMost(LONG).until(() -> Files.readString(service.log()).contains("Waiting for PostgreSQL"));

            // When
            var parts = service.dataDirectory();
            var postgres = startPostgres(parts, databasePort);
            var redis = startRedis(parts, redisPort);

            // Then
            service.awaitReady();

            // When: both go away in the middle of the work
            redis.stop();
            awaitDown(service, "Redis");
            postgres.stop();
            awaitDown(service, "PostgreSQL");
            assertThat(service.find("/q/health/live").orElseThrow().statusCode())
                    .isEqualTo(200);

            // Then: it is ready again when they are back, without being touched
            postgres = startPostgres(parts, databasePort);
            redis = startRedis(parts, redisPort);
            service.awaitReady();
            service.terminate();
            redis.stop();
            postgres.stop();
        }
    }

    @Test
    void beginsAnewWithTunedOptionsUnderItsOwnNumberAndStopsOnASignal() throws Exception {
        // Given
        var service = RunningService.prepare("launch-tuned", Map.of()).start();

        // When
        var line = commandLine(service);
        service.terminate();

        // Then
        assertThat(line).contains("-Drescueline.start.tuned=done", "-XX:CompileThresholdScaling=5", "-Xmx512m");
        assertThat(Files.readString(service.log())).contains("rescueline stopped in");
        assertThat(service.dataDirectory().resolve("postgres").resolve("postmaster.pid"))
                .doesNotExist();
    }

    @Test
    void usesTheArchivedClassesOfThePackagedProgram() throws Exception {
        // Given: as packaging leaves it on Linux
        assertThat(RunningService.PROGRAM.resolveSibling("classes.key")).exists();
        try (var service = RunningService.prepare("launch-archive", Map.of()).start()) {
            // When
            var mapped = Files.readString(Path.of("/proc", Long.toString(service.pid()), "maps"));

            // Then
            assertThat(mapped).contains("quarkus-app/classes.jsa");
        }
    }

    @Test
    void startsWithoutTunedOptionsWhereTheSettingForbidsIt() throws Exception {
        try (var service = RunningService.prepare("launch-untuned", Map.of("rescueline.start.tuned", "false"))
                .start()) {
            // When
            var line = commandLine(service);

            // Then
            assertThat(line)
                    .noneMatch(option -> option.startsWith("-XX:"))
                    .anyMatch(option -> option.endsWith("quarkus-run.jar"));
        }
    }

    @Test
    void anUnusableArchiveOnlyMakesTheStartLonger() throws Exception {
        // Given: a copy of the program whose archive is no archive
        var program = copyOfTheProgram(Path.of("target", "running", "launch-broken-archive-program"));
        var directory = program.getParent();
        // The copy consists of links: what is written into one would be written into the program itself.
        Files.deleteIfExists(directory.resolve("classes.jsa"));
        Files.deleteIfExists(directory.resolve("classes.key"));
        Files.writeString(directory.resolve("classes.jsa"), "no archive");
        Files.write(
                directory.resolve("classes.key"), List.of(System.getProperty("java.vm.version"), directory.toString()));

        try (var service = RunningService.prepare("launch-broken-archive", Map.of())
                .withProgram(program)
                .start()) {
            // When
            var line = commandLine(service);
            var page = service.find("/").orElseThrow();

            // Then
            assertThat(line).contains("-XX:SharedArchiveFile=" + directory.resolve("classes.jsa"));
            assertThat(page.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void doesNotStartWithAValueBeyondItsLimitAndNamesTheKey() throws Exception {
        // Given
        var service = RunningService.prepare("launch-limits", Map.of("rescueline.gps.max-speed-kph", "0"));

        // When
        service.launch();
        await().atMost(LONG).until(() -> !service.isAlive());

        // Then
        assertThat(Files.readString(service.log()))
                .contains("rescueline.gps.max-speed-kph must be at least 1 but is 0");
    }

    private static Path copyOfTheProgram(Path directory) throws IOException {
        var from = RunningService.PROGRAM.toAbsolutePath().getParent();
        var into = directory.toAbsolutePath();
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = into.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.deleteIfExists(copy);
                    Files.createLink(copy, file);
                }
            }
        }
        return into.resolve("quarkus-run.jar").toRealPath();
    }

    private static List<String> commandLine(RunningService service) throws IOException {
        return List.of(Files.readString(Path.of("/proc", Long.toString(service.pid()), "cmdline"))
                .split("\0"));
    }

    private static EmbeddedPostgres startPostgres(Path directory, int port) {
        var postgres = EmbeddedPostgres.start(
                EmbeddedTestParts.SOFTWARE, directory.resolve("external-postgres"), port, List.of("fsync=off"));
        assertThat(postgres.port()).isEqualTo(port);
        return postgres;
    }

    private static EmbeddedRedis startRedis(Path directory, int port) {
        var redis = EmbeddedRedis.start(EmbeddedTestParts.SOFTWARE, directory.resolve("external-redis"), port);
        assertThat(redis.port()).isEqualTo(port);
        return redis;
    }

    private static void awaitDown(RunningService service, String what) {
        await().atMost(LONG).untilAsserted(() -> {
            var answer = service.find("/q/health/ready").orElseThrow();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body().replaceAll("\\s", "")).contains("\"name\":\"" + what + "\",\"status\":\"DOWN\"");
        });
    }

    private static void write(RunningService service, String key) throws Exception {
        sql(
                service,
                "insert into idempotency_key (actor, key, endpoint, request_hash, created_at)" + " values ('launch', '"
                        + key + "', 'test', '', now()) returning key");
    }

    private static List<String> written(RunningService service) throws Exception {
        return sql(service, "select key from idempotency_key where actor = 'launch' order by key");
    }

    private static List<String> sql(RunningService service, String statement) throws Exception {
        var url = "jdbc:postgresql://127.0.0.1:" + databasePort(service) + "/" + EmbeddedPostgres.DATABASE;
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.USER, "");
                var rows = connection.createStatement().executeQuery(statement)) {
            var keys = new ArrayList<String>();
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
            return keys;
        }
    }

    private static int databasePort(RunningService service) throws Exception {
        var pidFile = service.dataDirectory().resolve("postgres").resolve("postmaster.pid");
        return Integer.parseInt(Files.readAllLines(pidFile).get(3).strip());
    }

    private static boolean isOpen(int port) {
        try {
            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", EmbeddedPostgres.USER, "")
                    .close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
