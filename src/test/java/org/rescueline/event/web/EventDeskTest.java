package org.rescueline.event.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rescueline.geo.RoadReference;
import org.rescueline.security.Role;
import org.rescueline.testkit.Calls;
import org.rescueline.testkit.FakeNeighbours;
import org.rescueline.testkit.FakeVehicles;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.Trucks;

/** The desk's work on a case, over HTTP as the console does it. */
@QuarkusTest
@TestProfile(FakeNeighbours.class)
class EventDeskTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static @Nullable String operatorToken;

    @Inject
    FakeVehicles vehicles;

    @Inject
    Pool pool;

    @Inject
    RoadReference roads;

    @Test
    void beginsACaseOnceHoweverOftenTheSameRequestArrives() {
        // Given
        var key = "once-" + Calls.freshNumber();
        var body = Map.of("callerNumber", Calls.freshNumber(), "kind", "REPAIR_REQUEST");

        // When
        var first = operator().header("Idempotency-Key", key).body(body).post("/api/v1/events");
        var second = operator().header("Idempotency-Key", key).body(body).post("/api/v1/events");

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(first.header("ETag")).isNotBlank();
    }

    @Test
    void numbersCasesOfADayWithoutEverGivingANumberTwice() throws Exception {
        // Given
        operator();
        var workers = Executors.newFixedThreadPool(16);
        Callable<String> beginning =
                () -> operator().body("{}").post("/api/v1/events").jsonPath().getString("number");

        // When
        var numbers = new HashSet<String>();
        for (var future :
                workers.invokeAll(Stream.generate(() -> beginning).limit(60).toList())) {
            numbers.add(future.get());
        }
        workers.shutdown();

        // Then
        assertThat(numbers).hasSize(60).allMatch(number -> number.matches("EV-\\d{6}-\\d{4,}"));
    }

    @Test
    void decidesThePriorityByTheTableAndShowsTheRow() {
        // Given
        var event = draft(Map.of("kind", "EMERGENCY_RESCUE"));

        // When
        var edited = patch(event, Map.of("answers", Map.of("STOPPED_ON", "SHOULDER", "ENGINE", "WONT_START")));

        // Then
        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(edited.jsonPath().getString("priority")).isEqualTo("P2");
        assertThat(edited.jsonPath().getInt("priorityRule.row")).isEqualTo(5);
        assertThat(edited.jsonPath().getList("priorityRule.conditions.about")).containsExactly("STOPPED_ON", "ENGINE");
    }

    @Test
    void refusesAnEditOfAnOlderVersionAndHandsOverTheNewerOne() {
        // Given
        var event = draft(Map.of("kind", "PRAISE"));
        patch(event, Map.of("story", "The first to save"));

        // When
        var stale = patch(event, Map.of("story", "The second to save"));

        // Then
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.jsonPath().getString("current.story")).isEqualTo("The first to save");
        assertThat(stale.jsonPath().getInt("current.version"))
                .isEqualTo(event.jsonPath().getInt("version") + 1);
    }

    @Test
    void asksForTheVersionOfEveryEdit() {
        // Given
        var event = draft(Map.of());

        // When
        var answer = operator().body(Map.of("story", "x")).patch("/api/v1/events/" + idOf(event));

        // Then
        assertThat(answer.statusCode()).isEqualTo(428);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("shared.if-match-required");
    }

    @Test
    void keepsWhatAnAutosaveDoesNotName() {
        // Given
        var event = draft(Map.of("callerName", "演示司机02", "story", "Coolant lamp", "answers", Map.of("LOAD", "FULL")));

        // When
        var cleared = new HashMap<String, Object>();
        cleared.put("callerName", null);
        cleared.put("answers", Map.of("ENGINE", "RUNS"));
        var edited = patch(event, cleared);

        // Then
        assertThat(edited.jsonPath().getString("caller.name")).isNull();
        assertThat(edited.jsonPath().getString("story")).isEqualTo("Coolant lamp");
        assertThat(edited.jsonPath().getMap("answers")).isEqualTo(Map.of("LOAD", "FULL", "ENGINE", "RUNS"));
    }

    @Test
    void readsRoadDirectionAndPostFromTheToldWords() {
        // Given
        var event = draft(Map.of());

        // When
        var edited = patch(event, Map.of("toldPlace", Map.of("text", "G30 连霍高速 往西安方向 K985+300")));

        // Then
        assertThat(edited.jsonPath().getString("toldPlace.highway")).isEqualTo("G30");
        assertThat(edited.jsonPath().getString("toldPlace.direction")).isEqualTo("西安");
        assertThat(edited.jsonPath().getInt("toldPlace.postMeters")).isEqualTo(985_300);
        assertThat(edited.jsonPath().getString("place.provenance")).isEqualTo("TOLD");
    }

    @Test
    void showsHowFarTheSharedPointLiesFromTheFix() {
        // Given
        var truck = Trucks.drivenBy(Calls.freshNumber());
        vehicles.know(truck);
        vehicles.know(Trucks.at(truck, 34.50, 109.50));
        var event = draft(Map.of("vehicleId", truck.id()));

        // When
        var edited = patch(
                event,
                Map.of("toldPlace", Map.of("text", "华阴服务区", "latitude", 34.50, "longitude", 109.80, "datum", "WGS84")));

        // Then
        assertThat(edited.jsonPath().getString("placeGap.method")).isEqualTo("STRAIGHT_LINE");
        assertThat(edited.jsonPath().getDouble("placeGap.straightLineMeters")).isBetween(27_000.0, 28_000.0);
        assertThat(edited.jsonPath().getBoolean("placeGap.disagrees")).isTrue();
        assertThat(edited.jsonPath().getDouble("place.longitude")).isEqualTo(109.50);
        assertThat(kindsOf(event)).contains("PLACE_DISAGREES");
    }

    @Test
    void givesAnUnfinishedCaseItsPlaceWhenTheTruckIsFirstHeardOfLater() {
        // Given
        var truck = Trucks.drivenBy(Calls.freshNumber());
        vehicles.know(truck);
        var event = draft(Map.of("vehicleId", truck.id()));
        assertThat(event.jsonPath().getMap("fix")).isNull();

        // When
        vehicles.know(Trucks.at(truck, 34.5, 109.5));

        // Then
        var known = SignIn.as(Role.OPERATOR)
                .get("/api/v1/events/" + event.jsonPath().getString("id"));
        assertThat(known.jsonPath().getDouble("place.latitude")).isEqualTo(34.5);
    }

    @Test
    void saysHowFarATaleAndAFixAreApartAlongTheRoadAndGoesWhereTheOperatorSettles() {
        // Given: the truck stands at K985+100 of the made-up stretch
        var fix = roads.find("G30", 985_100, null).orElseThrow();
        var told = roads.find("G30", 958_300, null).orElseThrow();
        var truck = Trucks.drivenBy(Calls.freshNumber());
        vehicles.know(truck);
        vehicles.know(Trucks.at(truck, fix.latitude(), fix.longitude()));
        var event = draft(Map.of("vehicleId", truck.id()));

        // When
        var edited = patch(event, Map.of("toldPlace", Map.of("text", "连霍 往西安方向 九百五十八公里三百米")));
        var settled = patch(edited, Map.of("placeChoice", "TOLD"));

        // Then
        assertThat(edited.jsonPath().getString("fixPost.road")).isEqualTo("G30");
        assertThat(edited.jsonPath().getString("placeGap.method")).isEqualTo("ALONG_ROAD");
        assertThat(edited.jsonPath().getInt("placeGap.alongRoadMeters")).isBetween(26_700, 26_900);
        assertThat(edited.jsonPath().getInt("placeGap.likelyPostMeters")).isEqualTo(985_300);
        assertThat(edited.jsonPath().getString("placeGap.sentence.zh")).contains("985 听成 958");
        assertThat(edited.jsonPath().getString("placeGap.sentence.en")).contains("985 may have been heard as 958");
        assertThat(edited.jsonPath().getString("toldPost.carriageway")).isEqualTo("INCREASING");
        assertThat(settled.jsonPath().getDouble("place.latitude")).isCloseTo(told.latitude(), within(1e-5));
        assertThat(settled.jsonPath().getString("place.placeName.province")).isEqualTo("陕西省");
        assertThat(kindsOf(event)).contains("PLACE_DISAGREES");
    }

    @Test
    void bringsASharedPointHomeFromTheDatumOfChinesePhones() {
        // Given
        var event = draft(Map.of());

        // When
        var edited = patch(
                event,
                Map.of("toldPlace", Map.of("text", "微信位置", "latitude", 34.5, "longitude", 109.5, "datum", "GCJ02")));

        // Then
        assertThat(edited.jsonPath().getDouble("toldPlace.longitude"))
                .isNotEqualTo(109.5)
                .isBetween(109.49, 109.51);
    }

    @Test
    void namesEveryWrongFieldInTheCallersLanguage() {
        // Given
        var event = draft(Map.of());
        var wrong = Map.of(
                "kind", "RESCUE",
                "vehicleId", "not-an-id",
                "answers", Map.of("ENGINE", "MAYBE"),
                "toldPlace", Map.of("text", "x", "latitude", 134.5, "longitude", 109.5),
                "colour", "red");

        // When
        var refused = operator()
                .header("If-Match", event.header("ETag"))
                .header("Accept-Language", "en")
                .body(wrong)
                .patch("/api/v1/events/" + idOf(event));

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("fields.field", String.class))
                .contains("kind", "vehicleId", "answers.ENGINE", "toldPlace.latitude", "colour");
        assertThat(refused.jsonPath().getString("fields.find { it.field == 'kind' }.message"))
                .contains("RESCUE");
    }

    @Test
    void opensOnlyACaseWhoseKindIsKnown() {
        // Given
        var event = draft(Map.of());

        // When
        var refused = operator().post("/api/v1/events/" + idOf(event) + "/open");

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("event.kind-missing");
    }

    @Test
    void tellsTheWholeLifeInTheTimeline() {
        // Given
        var event = draft(Map.of("kind", "TECHNICAL_CONSULTATION"));
        operator().post("/api/v1/events/" + idOf(event) + "/open");

        // When
        var closed = operator()
                .body(Map.of("reason", "Explained the code"))
                .post("/api/v1/events/" + idOf(event) + "/close");

        // Then
        assertThat(closed.jsonPath().getString("state")).isEqualTo("CLOSED");
        assertThat(kindsOf(event))
                .containsSubsequence(
                        "EVENT_DRAFTED", "EVENT_EDITED", "PRIORITY_DECIDED", "EVENT_OPENED", "EVENT_CLOSED");
    }

    @Test
    void changesAClosedCaseNoMore() {
        // Given
        var event = draft(Map.of());
        var closed = operator().body(Map.of("reason", "Wrong number")).post("/api/v1/events/" + idOf(event) + "/close");

        // When
        var refused = operator()
                .header("If-Match", closed.header("ETag"))
                .body(Map.of("story", "Too late"))
                .patch("/api/v1/events/" + idOf(event));

        // Then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("event.closed");
    }

    @Test
    void neverChangesOrDeletesATimelineLine() {
        // Given
        draft(Map.of());

        // When, Then
        for (var statement : List.of(
                "update event_timeline set kind = 'X'", "delete from event_timeline", "truncate event_timeline")) {
            assertThatThrownBy(() -> pool.query(statement).execute().await().atMost(TIMEOUT))
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void flagsTheSameTruckWithinADay() {
        // Given
        var truck = Trucks.drivenBy(Calls.freshNumber());
        vehicles.know(truck);
        var first = draft(Map.of("vehicleId", truck.id()));

        // When
        var second = draft(Map.of("vehicleId", truck.id()));

        // Then
        assertThat(second.jsonPath().getList("repeatWithin24h.eventId")).containsExactly(idOf(first));
        assertThat(kindsOf(second)).contains("REPEAT_FLAGGED");
    }

    @Test
    void hidesTheCallersNumberFromColleaguesWhoDoNotWorkTheCase() {
        // Given
        var number = Calls.freshNumber();
        var event = draft(Map.of("callerNumber", number));

        // When
        var own = operator().get("/api/v1/events/" + idOf(event));
        var colleague = SignIn.as(Role.DISPATCHER).get("/api/v1/events/" + idOf(event));

        // Then
        assertThat(own.jsonPath().getString("caller.number")).isEqualTo(number);
        assertThat(colleague.jsonPath().getString("caller.number")).contains("****");
    }

    @Test
    void findsCasesByWordsStateAndOwner() {
        // Given
        var event = draft(Map.of("callerName", "演示_司机%77", "kind", "PRAISE"));
        draft(Map.of("callerName", "somebody else"));

        // When
        var found = operator()
                .queryParam("q", "_司机%7")
                .queryParam("state", "DRAFT")
                .queryParam("owner", "me")
                .get("/api/v1/events");

        // Then
        assertThat(found.jsonPath().getList("items.id")).containsExactly(idOf(event));
        assertThat(found.jsonPath().getInt("total")).isEqualTo(1);
    }

    @Test
    void givesAnAdministratorANewVersionOfThePriorityTable() {
        // Given
        var admin = SignIn.as(Role.ADMIN);
        var table = admin.get("/api/v1/events/priority-table");
        var rows = table.jsonPath().getList("rows");

        // When
        var replaced = SignIn.as(Role.ADMIN)
                .header("If-Match", table.header("ETag"))
                .body(Map.of("rows", rows))
                .put("/api/v1/events/priority-table");
        var stale = SignIn.as(Role.ADMIN)
                .header("If-Match", table.header("ETag"))
                .body(Map.of("rows", rows))
                .put("/api/v1/events/priority-table");

        // Then
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(replaced.jsonPath().getInt("version"))
                .isEqualTo(table.jsonPath().getInt("version") + 1);
        assertThat(replaced.jsonPath().getList("rows")).isEqualTo(rows);
        assertThat(stale.statusCode()).isEqualTo(412);
    }

    @Test
    void refusesAPriorityTableThatCouldLeaveACaseUndecided() {
        // Given
        var table = SignIn.as(Role.ADMIN).get("/api/v1/events/priority-table");
        var rows = List.of(
                Map.of("conditions", List.of(), "priority", "P1"),
                Map.of("conditions", List.of(Map.of("about", "MOOD", "anyOf", List.of("BAD"))), "priority", "P2"));

        // When
        var refused = SignIn.as(Role.ADMIN)
                .header("If-Match", table.header("ETag"))
                .body(Map.of("rows", rows))
                .put("/api/v1/events/priority-table");

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("fields.field", String.class))
                .contains("rows[0]", "rows[1]", "rows[1].conditions[0].about");
    }

    @Test
    void asksTheQuestionsOfTheKind() {
        // When
        var questions = operator().queryParam("kind", "TECHNICAL_CONSULTATION").get("/api/v1/events/questions");

        // Then
        assertThat(questions.jsonPath().getList("code")).containsExactly("ENGINE", "WARNING_LAMP", "WARNING_CODE");
    }

    /** Signed in once: hashing a password takes its time on purpose. */
    private static RequestSpecification operator() {
        if (operatorToken == null) {
            operatorToken = SignIn.tokenOf(SignIn.user(null, Role.OPERATOR));
        }
        return given().cookie(SignIn.COOKIE, operatorToken).contentType(ContentType.JSON);
    }

    private static Response draft(Map<String, Object> body) {
        var created = operator().body(body).post("/api/v1/events");
        assertThat(created.statusCode()).as(created.body().asString()).isEqualTo(201);
        return created;
    }

    private static Response patch(Response event, Map<String, Object> body) {
        return operator().header("If-Match", event.header("ETag")).body(body).patch("/api/v1/events/" + idOf(event));
    }

    private static String idOf(Response event) {
        return event.jsonPath().getString("id");
    }

    private static List<String> kindsOf(Response event) {
        return operator()
                .get("/api/v1/events/" + idOf(event) + "/timeline")
                .jsonPath()
                .getList("kind");
    }
}
