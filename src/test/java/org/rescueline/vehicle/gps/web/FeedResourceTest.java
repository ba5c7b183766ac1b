package org.rescueline.vehicle.gps.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.intake.TerminalDirectory;

@QuarkusTest
class FeedResourceTest {
    private static final String POSITIONS = "/api/v1/positions";

    private static String key;

    @Inject
    TerminalDirectory directory;

    @Test
    void takesOnePositionOfATerminalNobodyKnewAndKeepsIt() {
        // Given
        String terminal = aTerminal();

        // When
        var answer = feed().body(position(terminal, 34.5)).post(POSITIONS).then();

        // Then
        answer.statusCode(200).body("taken", equalTo(1)).body("refused", hasSize(0));
        assertThat(find(terminal)).hasValueSatisfying(position -> {
            assertThat(position.latitude()).isEqualTo(34.5);
            assertThat(position.sourceKind()).isEqualTo(PositionSource.HTTP);
            assertThat(position.ignitionOn()).isNull();
        });
        assertThat(directory.find(terminal).orElseThrow().known().protocol()).isEqualTo(TerminalProtocol.HTTP);
    }

    @Test
    void takesLinesOfJsonAndNamesTheBadOnes() {
        // Given
        String terminal = aTerminal();
        String good = "{\"terminal\":\"%s\",\"latitude\":34.5,\"longitude\":109.4}".formatted(terminal);

        // When
        var answer = feed().contentType("application/x-ndjson")
                .body((good + "\n{broken\n").getBytes(StandardCharsets.UTF_8))
                .post(POSITIONS)
                .then();

        // Then
        answer.statusCode(200).body("taken", equalTo(1)).body("refused[0].index", equalTo(1));
        assertThat(find(terminal)).isPresent();
    }

    @Test
    void takesATrackAsCsv() {
        // Given
        String terminal = aTerminal();
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String file =
                "terminal,time,latitude,longitude,speedKph%n%1$s,%2$s,34.50,109.40,60%n%1$s,%3$s,34.51,109.40,61%n"
                        .formatted(terminal, at.minusSeconds(120), at.minusSeconds(60));

        // When
        var answer = feed().contentType("text/csv")
                .body(file)
                .post(POSITIONS + "/csv")
                .then();

        // Then
        answer.statusCode(200).body("taken", equalTo(2)).body("refused", hasSize(0));
        assertThat(find(terminal))
                .hasValueSatisfying(position -> assertThat(position.latitude()).isEqualTo(34.51));
    }

    @Test
    void takesTheGoodOnesOfAListAndNamesTheOthersByTheirIndex() {
        // Given a good one, one with a wrong field, and the good one again
        String terminal = aTerminal();
        Map<String, Object> good = position(terminal, 34.5);
        Map<String, Object> bad = position(terminal, 95.0);

        // When
        var answer = feed().header("Accept-Language", "en")
                .body(List.of(good, bad, good))
                .post(POSITIONS)
                .then();

        // Then
        answer.statusCode(200)
                .body("taken", equalTo(1))
                .body("passedOver", hasSize(1))
                .body("passedOver[0].index", equalTo(2))
                .body("passedOver[0].reason", equalTo("duplicate"))
                .body("refused", hasSize(1))
                .body("refused[0].index", equalTo(1))
                .body("refused[0].field", equalTo("latitude"))
                .body("refused[0].message", containsString("95"));
    }

    @Test
    void refusesARequestOfWhichNothingCanBeRead() {
        // Given
        List<Map<String, Object>> body = List.of(Map.of("latitude", 34.5), Map.of("terminal", "t"));

        // When
        var answer = feed().body(body).post(POSITIONS).then();

        // Then
        answer.statusCode(400).body("fields.field", contains("[0].terminal", "[1].latitude"));
    }

    @Test
    void takesWhatOsmAndSends() {
        // Given
        String terminal = aTerminal();

        // When
        var answer = feed().queryParam("id", terminal)
                .queryParam("lat", "34.5")
                .queryParam("lon", "109.4")
                .queryParam("timestamp", Instant.now().getEpochSecond())
                .queryParam("speed", "10")
                .get(POSITIONS + "/osmand")
                .then();

        // Then
        answer.statusCode(200).body("taken", equalTo(1));
        assertThat(find(terminal).orElseThrow().speedKph()).isEqualTo(18.5);
    }

    @Test
    void takesTheSameAsAForm() {
        // Given
        String terminal = aTerminal();

        // When
        var answer = feed().contentType(ContentType.URLENC)
                .formParam("id", terminal)
                .formParam("lat", "34.5")
                .formParam("lon", "109.4")
                .post(POSITIONS + "/osmand")
                .then();

        // Then
        answer.statusCode(200).body("taken", equalTo(1));
    }

    @Test
    void takesWhatTraccarForwards() {
        // Given
        String terminal = aTerminal();
        Map<String, Object> body = Map.of(
                "position",
                        Map.of(
                                "latitude",
                                34.5,
                                "longitude",
                                109.4,
                                "valid",
                                true,
                                "fixTime",
                                Instant.now().toString()),
                "device", Map.of("uniqueId", terminal));

        // When
        var answer = feed().body(body).post(POSITIONS + "/traccar").then();

        // Then
        answer.statusCode(200).body("taken", equalTo(1));
        assertThat(find(terminal)).isPresent();
    }

    @Test
    void makesAFeedWaitThatIsTooFastAndNoOther() {
        // Given half a minute's worth of lines; that none of them can be read costs the feed no less
        byte[] lines = "{}\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        RequestSpecification fast = feedOf(newKey("Fast feed"));
        fast.contentType("application/x-ndjson")
                .body(lines)
                .post(POSITIONS)
                .then()
                .statusCode(400);

        // When
        var refused = fast.header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(position(aTerminal(), 34.5))
                .post(POSITIONS)
                .then();

        // Then
        refused.statusCode(429).body("detail", containsString("positions a second"));
        feed().body(position(aTerminal(), 34.5)).post(POSITIONS).then().statusCode(200);
    }

    @Test
    void isOnlyForMachinesThatDeliverPositions() {
        // Given
        Map<String, Object> body = position(aTerminal(), 34.5);

        // When
        int nobody =
                given().contentType(ContentType.JSON).body(body).post(POSITIONS).statusCode();
        int operator = SignIn.as(Role.OPERATOR).body(body).post(POSITIONS).statusCode();

        // Then
        assertThat(nobody).isEqualTo(401);
        assertThat(operator).isEqualTo(403);
    }

    private Optional<PositionView> find(String terminal) {
        return directory.find(terminal).map(found -> found.position());
    }

    private static Map<String, Object> position(String terminal, double latitude) {
        return Map.of(
                "terminal",
                terminal,
                "latitude",
                latitude,
                "longitude",
                109.4,
                "time",
                Instant.ofEpochSecond(Instant.now().getEpochSecond()).toString());
    }

    private static RequestSpecification feed() {
        if (key == null) {
            key = newKey("Test feed");
        }
        return feedOf(key);
    }

    private static RequestSpecification feedOf(String secret) {
        return given().header("Authorization", "Bearer " + secret).contentType(ContentType.JSON);
    }

    private static String newKey(String name) {
        return SignIn.as(Role.ADMIN)
                .body(Map.of("name", name, "role", "FEED"))
                .post("/api/v1/service-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private static String aTerminal() {
        return "feed-" + ThreadLocalRandom.current().nextLong(1_000_000_000L);
    }
}
