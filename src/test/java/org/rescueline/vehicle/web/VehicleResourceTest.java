package org.rescueline.vehicle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.Terminal808;
import org.rescueline.vehicle.Vin;
import org.rescueline.vehicle.gps.gateway.TerminalGateway;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;
import org.rescueline.vehicle.gps.jt808.LocationReport;

@QuarkusTest
class VehicleResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String VEHICLES = "/api/v1/vehicles";
    private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

    @Inject
    TerminalGateway gateway;

    @Inject
    TerminalDirectory directory;

    @Inject
    Pool pool;

    /** A vehicle that no other test has. */
    private record Truck(String vin, String plate, String number, String terminalPhone) {
        static Truck random() {
            var random = ThreadLocalRandom.current();
            StringBuilder vin = new StringBuilder();
            for (int i = 0; i < 17; i++) {
                vin.append(VIN_LETTERS.charAt(random.nextInt(VIN_LETTERS.length())));
            }
            long digits = 10_000_000L + random.nextLong(90_000_000L);
            return new Truck(vin.toString(), "陕Z" + digits, "138" + digits, "139" + digits);
        }

        Map<String, Object> body() {
            Map<String, Object> body = new HashMap<>();
            body.put("vin", vin);
            body.put("plate", plate);
            body.put("model", "X3000");
            body.put("driveForm", "6X4");
            body.put("engineMake", "WEICHAI");
            body.put("owner", Map.of("company", "演示运输公司"));
            body.put("contacts", List.of(Map.of("name", "演示司机", "role", "DRIVER", "number", number)));
            body.put("terminals", List.of(Map.of("terminalPhone", "0" + terminalPhone, "protocol", "JT808_2013")));
            return body;
        }
    }

    @Test
    void entersAVehicleAndFindsItByWhateverPeopleSay() {
        // Given
        Truck truck = Truck.random();
        String id = create(truck).extract().path("id");
        List<String> said = List.of(
                truck.plate(),
                truck.plate().substring(0, 2) + "·" + truck.plate().substring(2).toLowerCase(),
                truck.plate().substring(2),
                truck.vin(),
                truck.vin().substring(9).toLowerCase(),
                truck.number(),
                "+86 " + truck.number(),
                truck.number().substring(4),
                truck.terminalPhone(),
                "00" + truck.terminalPhone());

        for (String words : said) {
            // When
            var found = SignIn.as(Role.OPERATOR)
                    .queryParam("q", words)
                    .get(VEHICLES)
                    .then();

            // Then
            found.statusCode(200).body("items.id", hasItem(id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_____", "'; drop table vehicle; --", "，。"})
    void findsNothingForWordsThatNoVehicleHas(String words) {
        // Given
        create(Truck.random());

        // When
        var found =
                SignIn.as(Role.OPERATOR).queryParam("q", words).get(VEHICLES).then();

        // Then
        found.statusCode(200).body("items", hasSize(0)).body("total", equalTo(0));
    }

    @Test
    void masksNumbersUnlessTheRoleReadsThem() {
        // Given
        Truck truck = Truck.random();
        String id = create(truck).extract().path("id");

        // When
        var operator = SignIn.as(Role.OPERATOR).get(VEHICLES + "/" + id).then();
        var supervisor = SignIn.as(Role.SUPERVISOR).get(VEHICLES + "/" + id).then();

        // Then
        operator.body("contacts[0].number", containsString("****"));
        supervisor.body("contacts[0].number", equalTo("+86" + truck.number()));
    }

    @Test
    void doubtsAVinWithAWrongCheckDigitAndTakesIt() {
        // Given
        Truck truck = Truck.random();
        Map<String, Object> body = truck.body();
        String end = truck.plate().substring(2, 9);
        String wrong = new Vin("1M8GDM9A0K" + end).isCheckDigitRight() ? "1M8GDM9A1K" + end : "1M8GDM9A0K" + end;
        body.put("vin", wrong);

        // When
        var created = SignIn.as(Role.OPERATOR).body(body).post(VEHICLES).then();

        // Then
        created.statusCode(201).body("vin", equalTo(wrong)).body("vinCheckDigitWrong", equalTo(true));
    }

    @Test
    void namesEachFieldThatIsWrongInTheLanguageOfTheCaller() {
        // Given
        Map<String, Object> body = Truck.random().body();
        body.put("vin", "IOQ");
        body.put("contacts", List.of(Map.of("role", "DRIVER", "number", "12345")));

        // When
        var refused = SignIn.as(Role.OPERATOR)
                .header("Accept-Language", "en")
                .body(body)
                .post(VEHICLES)
                .then();

        // Then
        refused.statusCode(400)
                .contentType("application/problem+json")
                .body("fields.field", contains("vin", "contacts[0].number"))
                .body("fields[0].message", containsString("17 characters"));
    }

    @Test
    void refusesAPlateThatAnotherVehicleHas() {
        // Given
        Truck truck = Truck.random();
        create(truck);
        Map<String, Object> again = Truck.random().body();
        again.put("plate", truck.plate().toLowerCase());

        // When
        var refused = SignIn.as(Role.OPERATOR).body(again).post(VEHICLES).then();

        // Then
        refused.statusCode(409).body("code", equalTo("vehicle.plate-taken"));
    }

    @Test
    void refusesATerminalThatIsInAnotherVehicle() {
        // Given
        Truck truck = Truck.random();
        create(truck);
        Map<String, Object> other = Truck.random().body();
        other.put("terminals", List.of(Map.of("terminalPhone", truck.terminalPhone())));

        // When
        var refused = SignIn.as(Role.OPERATOR).body(other).post(VEHICLES).then();

        // Then
        refused.statusCode(409).body("code", equalTo("vehicle.terminal-taken"));
    }

    @Test
    void givesTheFirstAnswerToARequestSentTwice() {
        // Given
        Truck truck = Truck.random();
        String key = "key-" + truck.vin();
        String first = SignIn.as(Role.OPERATOR)
                .header("Idempotency-Key", key)
                .body(truck.body())
                .post(VEHICLES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        var second = SignIn.as(Role.OPERATOR)
                .header("Idempotency-Key", key)
                .body(truck.body())
                .post(VEHICLES)
                .then();

        // Then
        second.statusCode(201).body("id", equalTo(first));
    }

    @Test
    void asksForTheVersionOfAnEditAndRefusesAStaleOne() {
        // Given a vehicle that somebody has edited meanwhile
        String id = create(Truck.random()).header("ETag", "\"0\"").extract().path("id");
        String address = VEHICLES + "/" + id;
        SignIn.as(Role.DISPATCHER)
                .header("If-Match", "\"0\"")
                .body("{\"model\":\"X6000\",\"owner\":null}")
                .patch(address)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("model", equalTo("X6000"))
                .body("owner.company", nullValue())
                .body("driveForm", equalTo("6X4"));

        // When
        var without = SignIn.as(Role.OPERATOR)
                .body("{\"model\":\"X5000\"}")
                .patch(address)
                .then();
        var stale = SignIn.as(Role.OPERATOR)
                .header("If-Match", "\"0\"")
                .body("{\"model\":\"X5000\"}")
                .patch(address)
                .then();

        // Then
        without.statusCode(428);
        stale.statusCode(412).body("current.model", equalTo("X6000")).body("current.version", equalTo(1));
    }

    @Test
    void countsAnEditOfContactsAloneAsAVersion() {
        // Given
        String id = create(Truck.random()).extract().path("id");

        // When
        var edited = SignIn.as(Role.OPERATOR)
                .header("If-Match", "\"0\"")
                .body("{\"contacts\":[]}")
                .patch(VEHICLES + "/" + id)
                .then();

        // Then
        edited.statusCode(200).header("ETag", "\"1\"").body("contacts", hasSize(0));
    }

    @Test
    void showsWhereATruckIsAndWhereItWas() {
        // Given a truck on its way
        Truck truck = Truck.random();
        String id = create(truck).extract().path("id");
        SignIn.as(Role.OPERATOR).get(VEHICLES + "/" + id + "/position").then().statusCode(204);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(120);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), truck.terminalPhone())) {
            terminal.report(34.50, 109.40, start);
            terminal.report(34.51, 109.42, start.plusSeconds(60));

            // When
            var position = SignIn.as(Role.OPERATOR)
                    .get(VEHICLES + "/" + id + "/position")
                    .then();

            // Then
            position.statusCode(200)
                    .body("vehicleId", equalTo(id))
                    .body("plate", equalTo(truck.plate()))
                    .body("latitude", equalTo(34.51f))
                    .body("sourceKind", equalTo("TERMINAL"))
                    .body("fixedAt", equalTo(start.plusSeconds(60).toString()));
            SignIn.as(Role.OPERATOR)
                    .get(VEHICLES + "/" + id)
                    .then()
                    .body("terminals[0].online", equalTo(true))
                    .body("terminals[0].terminalPhone", equalTo(truck.terminalPhone()));
        }
        await().atMost(PATIENCE).untilAsserted(() -> SignIn.as(Role.OPERATOR)
                .get(VEHICLES + "/" + id + "/track")
                .then()
                .statusCode(200)
                .body("type", equalTo("Feature"))
                .body("geometry.type", equalTo("LineString"))
                .body("geometry.coordinates", hasSize(2))
                .body("geometry.coordinates[0]", contains(109.4f, 34.5f))
                .body("properties.times[1]", equalTo(start.plusSeconds(60).toString()))
                .body("properties.complete", equalTo(true)));
    }

    @Test
    void notesWhoLookedAtATrack() {
        // Given
        String id = create(Truck.random()).extract().path("id");
        String reader = SignIn.user(null, Role.DISPATCHER).id().toString();

        // When
        SignIn.as(Role.DISPATCHER).get(VEHICLES + "/" + id + "/track").then().statusCode(200);

        // Then
        var looks = pool.preparedQuery("select actor_id from track_look where vehicle_id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .atMost(PATIENCE);
        assertThat(looks).singleElement().satisfies(row -> assertThat(row.getString(0))
                .isEqualTo(reader));
    }

    @Test
    void givesATrackOnlyToTheVehicleThatCarriedTheTerminal() {
        // Given a terminal that reports in one truck and is then moved to another
        Truck first = Truck.random();
        String firstId = create(first).extract().path("id");
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(300);
        try (Terminal808 terminal = Terminal808.online(gateway.port(), first.terminalPhone())) {
            terminal.report(34.50, 109.40, start);
            terminal.report(34.51, 109.42, start.plusSeconds(60));
        }
        SignIn.as(Role.ADMIN)
                .header("If-Match", "\"0\"")
                .body("{\"terminals\":[]}")
                .patch(VEHICLES + "/" + firstId)
                .then()
                .statusCode(200);
        Map<String, Object> body = Truck.random().body();
        body.put("terminals", List.of(Map.of("terminalPhone", first.terminalPhone())));
        String secondId = SignIn.as(Role.ADMIN)
                .body(body)
                .post(VEHICLES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        await().atMost(PATIENCE).untilAsserted(() -> SignIn.as(Role.ADMIN)
                .get(VEHICLES + "/" + firstId + "/track")
                .then()
                .body("geometry.coordinates", hasSize(2)));
        var second =
                SignIn.as(Role.ADMIN).get(VEHICLES + "/" + secondId + "/track").then();

        // Then
        second.statusCode(200).body("geometry", nullValue()).body("properties.times", hasSize(0));
    }

    @Test
    void listsTheTrucksOnAPieceOfTheMap() {
        // Given a truck in the middle of nowhere
        Truck truck = Truck.random();
        String id = create(truck).extract().path("id");
        await().atMost(PATIENCE).until(() -> directory
                .find(truck.terminalPhone())
                .filter(terminal -> terminal.known().vehicleId() != null)
                .isPresent());
        try (Terminal808 terminal = Terminal808.online(gateway.port(), truck.terminalPhone())) {
            terminal.report(37.123, 81.456, Instant.now());
        }

        // When
        var there = map("81", "37", "82", "38");
        var elsewhere = map("100", "30", "101", "31");
        var half = SignIn.as(Role.OPERATOR)
                .queryParam("west", "81")
                .get(VEHICLES + "/positions")
                .then();

        // Then
        there.statusCode(200).body("vehicleId", hasItem(id));
        elsewhere.statusCode(200).body("vehicleId", not(hasItem(id)));
        half.statusCode(400).body("fields.field", contains("south"));
        SignIn.as(Role.OPERATOR)
                .queryParam("ids", id)
                .get(VEHICLES + "/positions")
                .then()
                .body("latitude", contains(37.123f));
    }

    @Test
    void asksATruckWhereItIs() {
        // Given
        Truck truck = Truck.random();
        String id = create(truck).extract().path("id");
        String question = VEHICLES + "/" + id + "/position-query";
        SignIn.as(Role.OPERATOR).post(question).then().statusCode(200).body("result", equalTo("OFFLINE"));
        try (Terminal808 terminal = Terminal808.online(gateway.port(), truck.terminalPhone())) {
            var request = SignIn.as(Role.OPERATOR);
            CompletableFuture<ValidatableResponse> asked =
                    CompletableFuture.supplyAsync(() -> request.post(question).then());

            // When
            terminal.awaitQuery(Optional.of(LocationReport.at(34.7, 109.9, Instant.now())));

            // Then
            asked.join().statusCode(200).body("result", equalTo("ANSWERED")).body("position.latitude", equalTo(34.7f));
        }
    }

    @Test
    void saysThatAVehicleWithoutTerminalCannotBeAsked() {
        // Given
        Map<String, Object> body = Truck.random().body();
        body.put("terminals", List.of());
        String id = SignIn.as(Role.OPERATOR)
                .body(body)
                .post(VEHICLES)
                .then()
                .extract()
                .path("id");

        // When
        var answer = SignIn.as(Role.OPERATOR)
                .post(VEHICLES + "/" + id + "/position-query")
                .then();

        // Then
        answer.statusCode(200).body("result", equalTo("NO_TERMINAL")).body("position", nullValue());
    }

    @Test
    void refusesTracksThatNobodyCouldRead() {
        // Given
        String id = create(Truck.random()).extract().path("id");
        String track = VEHICLES + "/" + id + "/track";

        // When
        var tooLong = SignIn.as(Role.OPERATOR)
                .queryParam("from", "2025-01-01T00:00:00Z")
                .queryParam("to", "2025-03-01T00:00:00Z")
                .get(track)
                .then();
        var backwards = SignIn.as(Role.OPERATOR)
                .queryParam("from", "2025-01-02T00:00:00Z")
                .queryParam("to", "2025-01-01T00:00:00Z")
                .get(track)
                .then();
        var noTime = SignIn.as(Role.OPERATOR)
                .queryParam("from", "morning")
                .get(track)
                .then();

        // Then
        tooLong.statusCode(400).body("code", equalTo("vehicle.track-too-long"));
        backwards.statusCode(400).body("code", equalTo("vehicle.track-backwards"));
        noTime.statusCode(400).body("fields.field", contains("from"));
    }

    @Test
    void knowsNoVehicleThatIsNotThere() {
        // Given
        String nobody = "0199b2c0-0000-7000-8000-000000000000";

        // When
        var answer = SignIn.as(Role.OPERATOR).get(VEHICLES + "/" + nobody).then();

        // Then
        answer.statusCode(404);
        assertThat(answer.extract().<String>path("kind")).isEqualTo("NOT_FOUND");
    }

    private static ValidatableResponse create(Truck truck) {
        return SignIn.as(Role.OPERATOR).body(truck.body()).post(VEHICLES).then().statusCode(201);
    }

    private static ValidatableResponse map(String west, String south, String east, String north) {
        return SignIn.as(Role.OPERATOR)
                .queryParam("west", west)
                .queryParam("south", south)
                .queryParam("east", east)
                .queryParam("north", north)
                .get(VEHICLES + "/positions")
                .then();
    }
}
