package org.rescueline.rescue.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.event.TimelineView;
import org.rescueline.rescue.Cases;
import org.rescueline.rescue.TestStations;
import org.rescueline.security.Role;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Ids;
import org.rescueline.shared.Provenance;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class RescueResourceTest {

    private static final double LATITUDE = 38.0;
    private static final double LONGITUDE = 85.0;

    @Inject
    Cases cases;

    @Inject
    TestStations stations;

    private RescueDesk desk;
    private UUID eventId;

    @BeforeEach
    void openCase() {
        stations.around(LATITUDE, LONGITUDE);
        eventId = cases.open(LATITUDE, LONGITUDE);
        desk = new RescueDesk();
    }

    @Test
    void tellsTheWholeStoryWithActorsAndInstants() {
        // Given
        var job = desk.request(eventId);

        // When
        desk.assignFirst(job);
        for (var stage : List.of(
                "ACCEPTED", "DEPARTED", "ARRIVED", "INSPECTING", "REPAIRING", "COMPLETED", "CALLBACK", "CLOSED")) {
            desk.advance(job, stage).then().statusCode(200).body("stage", equalTo(stage));
        }

        // Then
        desk.get(job)
                .then()
                .body("number", matchesPattern("RJ-\\d{6}-\\d{4}"))
                .body(
                        "stages.stage",
                        contains(
                                "PENDING",
                                "OFFERED",
                                "ACCEPTED",
                                "DEPARTED",
                                "ARRIVED",
                                "INSPECTING",
                                "REPAIRING",
                                "COMPLETED",
                                "CALLBACK",
                                "CLOSED"))
                .body("stages.at", everyItem(notNullValue()))
                .body("stages.find { it.stage == 'ARRIVED' }.provenance", equalTo("TOLD"))
                .body("trips.outcome", contains("COMPLETED"))
                .body("allowedTransitions", equalTo(List.of()))
                .body("promise", nullValue());
        var lines = cases.rescueLines(eventId);
        assertThat(lines)
                .extracting(TimelineView::kind)
                .startsWith("RESCUE_REQUESTED", "RESCUE_ASSIGNED")
                .hasSize(10);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.actor().kind()).isEqualTo(ActorKind.USER);
            assertThat(line.arguments()).containsEntry("jobId", job.toString());
        });
        assertThat(lines.get(4).arguments()).containsEntry("from", "DEPARTED").containsEntry("to", "ARRIVED");
        assertThat(lines.get(4).provenance()).isEqualTo(Provenance.TOLD);
    }

    @Test
    void takesPlaceAndUrgencyFromTheCase() {
        // When
        var asked = desk.dispatcher().body(Map.of("eventId", eventId)).post("/api/v1/rescues");

        // Then
        asked.then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("eventId", equalTo(eventId.toString()))
                .body("stage", equalTo("PENDING"))
                .body("priority", equalTo("P2"))
                .body("place.latitude", equalTo((float) LATITUDE))
                .body("place.provenance", equalTo("TOLD"))
                .body("promise.kind", equalTo("ASSIGN"))
                .body("promise.minutes", equalTo(5))
                .body("station", nullValue())
                .body("allowedTransitions", containsInAnyOrder("OFFERED", "CANCELLED"))
                .body("reasonNeeded", contains("CANCELLED"));
    }

    @Test
    void answersTheOpenJobToWhoeverAsksAgain() {
        // Given
        var job = desk.request(eventId);

        // When
        var again = desk.request(eventId);

        // Then
        assertThat(again).isEqualTo(job);
        assertThat(cases.rescueLines(eventId)).hasSize(1);
    }

    @Test
    void startsAnotherJobOnceTheFirstIsOver() {
        // Given
        var first = desk.request(eventId);
        desk.advance(first, "CANCELLED", Map.of("reason", "客户自行修复")).then().statusCode(200);

        // When
        var second = desk.request(eventId);

        // Then
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void asksForNoRescueBeforeTheCaseIsOpen() {
        // Given
        var draft = cases.draft(LATITUDE, LONGITUDE);

        // When
        var refused = desk.dispatcher().body(Map.of("eventId", draft)).post("/api/v1/rescues");

        // Then
        refused.then().statusCode(409).body("code", equalTo("rescue.event-not-open"));
    }

    @Test
    void keepsTheListThatWasOnTheScreenWithTheChoice() {
        // Given
        var job = desk.request(eventId);
        var shown = desk.rank(job);

        // When
        var assigned = desk.assign(job, shown, shown.path("candidates[1].station.id"), Map.of());

        // Then
        assigned.then()
                .statusCode(200)
                .body("stage", equalTo("OFFERED"))
                .body("station.id", equalTo(shown.path("candidates[1].station.id")))
                .body("ranking", equalTo(shown.path("$")))
                .body("assignedBy.kind", equalTo("USER"))
                .body("promise.kind", equalTo("RESPOND"))
                .body("trips[0].number", is(1));
        assertThat(cases.rescueLines(eventId).get(1).arguments()).containsEntry("rank", 2);
    }

    @Test
    void ranksForThePlaceTheCaseKnowsNow() {
        // Given
        var job = desk.request(eventId);
        var seen = desk.etag(job);
        stations.around(LATITUDE + 5, LONGITUDE);
        cases.tell(eventId, LATITUDE + 5, LONGITUDE);

        // When
        var shown = desk.rank(job);

        // Then
        assertThat(shown.jsonPath().getDouble("place.latitude")).isEqualTo(LATITUDE + 5);
        desk.get(job)
                .then()
                .body("place.latitude", equalTo((float) (LATITUDE + 5)))
                .header("ETag", equalTo(seen));
    }

    @Test
    void ranksNothingWithoutCoordinates() {
        // Given
        var job = desk.request(cases.openWithoutCoordinates());

        // When
        var refused = desk.dispatcher().post("/api/v1/rescues/" + job + "/rank");

        // Then
        refused.then().statusCode(409).body("code", equalTo("rescue.place-unknown"));
    }

    @Test
    void wantsAReasonForAStationTheListLeftOut() {
        // Given
        var job = desk.request(eventId);
        var shown = desk.rank(job);
        String suspended = shown.path("excluded[0].station.id");

        // When
        var refused = desk.assign(job, shown, suspended, Map.of());
        var taken = desk.assign(job, shown, suspended, Map.of("overrideReason", "站长同意临时出车"));

        // Then
        refused.then()
                .statusCode(400)
                .body("code", equalTo("rescue.override-reason-missing"))
                .body("fields[0].field", equalTo("overrideReason"));
        taken.then().statusCode(200).body("trips[0].overrideReason", equalTo("站长同意临时出车"));
    }

    @Test
    void refusesAChoiceFromAListShownForAnotherJob() {
        // Given
        var job = desk.request(eventId);
        var other = desk.rank(desk.request(cases.open(LATITUDE, LONGITUDE)));

        // When
        var refused = desk.assign(job, other, other.path("candidates[0].station.id"), Map.of());

        // Then
        refused.then().statusCode(400).body("code", equalTo("rescue.ranking-unknown"));
    }

    @Test
    void goesToAnotherStationWhenTheFirstDeclines() {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);

        // When
        var withoutReason = desk.advance(job, "DECLINED");
        desk.advance(job, "DECLINED", Map.of("reason", "两辆救援车都在外")).then().statusCode(200);
        var shown = desk.rank(job);
        var assigned = desk.assign(job, shown, shown.path("candidates[1].station.id"), Map.of());

        // Then
        withoutReason.then().statusCode(400).body("code", equalTo("rescue.reason-missing"));
        assigned.then()
                .statusCode(200)
                .body("stage", equalTo("OFFERED"))
                .body("trips.outcome", contains("DECLINED", null))
                .body("stages.find { it.stage == 'DECLINED' }.reason", equalTo("两辆救援车都在外"));
    }

    @Test
    void makesASecondTripTheNextLegOfTheSameJob() {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);
        for (var stage : List.of("ACCEPTED", "DEPARTED", "ARRIVED", "INSPECTING", "REPAIRING")) {
            desk.advance(job, stage).then().statusCode(200);
        }

        // When
        desk.advance(job, "SECOND_TRIP", Map.of("reason", "缺缸垫，回站取件")).then().statusCode(200);
        var again = desk.advance(job, "DEPARTED");

        // Then
        again.then()
                .statusCode(200)
                .body("trips.number", contains(1, 2))
                .body("trips.outcome", contains("SECOND_TRIP", null))
                .body("trips[1].stationId", equalTo(again.path("trips[0].stationId")))
                .body("trips[1].departedAt", notNullValue())
                .body("promise.kind", equalTo("ARRIVE"));
    }

    @Test
    void takesAJobFromAStationUnderWayOnlyWithAReason() {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);
        desk.advance(job, "ACCEPTED");
        desk.advance(job, "DEPARTED");
        var shown = desk.rank(job);
        String second = shown.path("candidates[1].station.id");

        // When
        var refused = desk.assign(job, shown, second, Map.of());
        var taken = desk.assign(job, shown, second, Map.of("reassignReason", "救援车半路抛锚"));

        // Then
        refused.then().statusCode(400).body("code", equalTo("rescue.reassign-reason-missing"));
        taken.then().statusCode(200).body("trips.outcome", contains("REASSIGNED", null));
    }

    @Test
    void countsTheArrivalPromiseFromWhenTheStationSaidYes() {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);
        var accepted = desk.advance(job, "ACCEPTED");

        // When
        var departed = desk.advance(job, "DEPARTED");

        // Then
        String acceptedAt = accepted.path("stageSince");
        departed.then()
                .body("promise.kind", equalTo("ARRIVE"))
                .body("promise.startedAt", equalTo(acceptedAt))
                .body("promise.minutes", equalTo(120));
    }

    @Test
    void needsASupervisorsWordForALongTrip() {
        // Given: the only station is 400 km away
        stations.at(-45.0, 160.0, 400);
        var job = desk.request(cases.open(-45.0, 160.0));
        var shown = desk.rank(job);
        String far = shown.path("candidates[0].station.id");

        // When
        var refused = desk.assign(job, shown, far, Map.of());
        var byDispatcher = desk.dispatcher()
                .header("If-Match", desk.etag(job))
                .body(Map.of())
                .post("/api/v1/rescues/" + job + "/long-trip-approval");
        SignIn.as(Role.SUPERVISOR)
                .header("If-Match", desk.etag(job))
                .body(Map.of("note", "附近无站"))
                .post("/api/v1/rescues/" + job + "/long-trip-approval")
                .then()
                .statusCode(200)
                .body("longTripApproval.kind", equalTo("USER"));
        var taken = desk.assign(job, shown, far, Map.of());

        // Then
        refused.then().statusCode(409).body("code", equalTo("rescue.long-trip-needs-approval"));
        byDispatcher.then().statusCode(403);
        taken.then().statusCode(200);
    }

    @Test
    void refusesStepsThatTheTableDoesNotHave() {
        // Given
        var job = desk.request(eventId);

        // Then
        desk.advance(job, "ARRIVED").then().statusCode(409).body("code", equalTo("rescue.transition-not-allowed"));
        desk.advance(job, "OFFERED").then().statusCode(400).body("code", equalTo("rescue.offer-needs-station"));
        desk.advance(job, "FLYING").then().statusCode(400).body("fields[0].field", equalTo("to"));
        assertThat(cases.rescueLines(eventId)).hasSize(1);
    }

    @Test
    void letsNobodyClaimAProofByHand() {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);
        desk.advance(job, "ACCEPTED");
        desk.advance(job, "DEPARTED");

        // When
        var claimed = desk.advance(job, "ARRIVED", Map.of("provenance", "PROVEN"));
        var told = desk.advance(job, "ARRIVED", Map.of("provenance", "TOLD"));

        // Then
        claimed.then().statusCode(400).body("code", equalTo("rescue.provenance-not-by-hand"));
        told.then().statusCode(200);
    }

    @Test
    void remembersWhatBlocksAJobUntilItGoesOn() {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);
        desk.advance(job, "ACCEPTED");
        var path = "/api/v1/rescues/" + job + "/blocked";

        // When
        var blocked = desk.dispatcher().body(Map.of("reason", "ROAD_CLOSED")).post(path);
        var repeated = desk.dispatcher().body(Map.of("reason", "ROAD_CLOSED")).post(path);
        var departed = desk.advance(job, "DEPARTED");
        var nothing = new HashMap<String, Object>();
        nothing.put("reason", null);
        var cleared = desk.dispatcher().body(nothing).post(path);

        // Then
        blocked.then().statusCode(200).body("blockedBy", equalTo("ROAD_CLOSED")).body("blockedSince", notNullValue());
        repeated.then().statusCode(200);
        departed.then().statusCode(200).body("blockedBy", nullValue());
        cleared.then().statusCode(200).body("blockedBy", nullValue());
        assertThat(cases.rescueLines(eventId))
                .extracting(TimelineView::kind)
                .filteredOn(kind -> kind.endsWith("BLOCKED"))
                .containsExactly("RESCUE_BLOCKED");
    }

    @Test
    void wantsToKnowWhichVersionAStepWasMadeOn() {
        // Given
        var job = desk.request(eventId);

        // When
        var step = desk.dispatcher()
                .body(Map.of("to", "CANCELLED", "reason", "误报"))
                .post("/api/v1/rescues/" + job + "/advance");

        // Then
        step.then().statusCode(428);
    }

    @Test
    void showsTheNewerJobToWhoeverSawAnOlderOne() {
        // Given
        var job = desk.request(eventId);
        var old = desk.etag(job);
        desk.assignFirst(job);

        // When
        var late = desk.dispatcher()
                .header("If-Match", old)
                .body(Map.of("to", "CANCELLED", "reason", "误报"))
                .post("/api/v1/rescues/" + job + "/advance");

        // Then
        late.then().statusCode(412).body("current.stage", equalTo("OFFERED")).body("current.station", notNullValue());
    }

    @Test
    void givesTheFirstAnswerToAStepSentTwiceWithOneKey() {
        // Given
        var job = desk.request(eventId);
        desk.assignFirst(job);
        var etag = desk.etag(job);
        var key = Ids.next().toString();

        // When
        var first = step(job, etag, key);
        var second = step(job, etag, key);

        // Then
        first.then().statusCode(200);
        second.then().statusCode(200).body("version", equalTo(first.path("version")));
        assertThat(cases.rescueLines(eventId)).hasSize(3);
    }

    @Test
    void showsAStationsJobsInHandToTheNextRanking() {
        // Given
        stations.around(LATITUDE, LONGITUDE + 7);
        var first = desk.request(cases.open(LATITUDE, LONGITUDE + 7));
        desk.assignFirst(first);

        // When
        var shown = desk.rank(desk.request(cases.open(LATITUDE, LONGITUDE + 7)));

        // Then
        String busy = desk.get(first).path("station.id");
        shown.then()
                .body("candidates.find { it.station.id == '" + busy + "' }.openJobs", equalTo(1))
                .body("candidates.find { it.station.id == '" + busy + "' }.reasons.code", hasItem("BUSY_JOBS"));
    }

    @Test
    void listsJobsByStageStationAndWhetherTheyAreOpen() {
        // Given
        var open = desk.request(eventId);
        desk.assignFirst(open);
        String station = desk.get(open).path("station.id");
        var cancelled = desk.request(cases.open(LATITUDE, LONGITUDE));
        desk.advance(cancelled, "CANCELLED", Map.of("reason", "误报"));

        // Then
        list(Map.of("open", "true", "stationId", station, "size", "200"))
                .then()
                .statusCode(200)
                .body("items.id", hasItem(open.toString()))
                .body("items.id", not(hasItem(cancelled.toString())))
                .body("items.station.id", everyItem(equalTo(station)));
        list(Map.of("stage", "CANCELLED,CLOSED", "size", "200", "sort", "-number"))
                .then()
                .body("items.id", hasItem(cancelled.toString()))
                .body("items.stage", everyItem(not(equalTo("OFFERED"))));
        list(Map.of("stage", "FLYING", "open", "maybe", "stationId", "x"))
                .then()
                .statusCode(400)
                .body("fields.field", hasItems("stage", "open", "stationId"));
    }

    @Test
    void letsEveryRoleDoItsPartAndNoMore() {
        // Given
        var job = desk.request(eventId);
        var path = "/api/v1/rescues/" + job;

        // Then
        SignIn.as(Role.OPERATOR)
                .body(Map.of("eventId", eventId))
                .post("/api/v1/rescues")
                .then()
                .statusCode(201);
        SignIn.as(Role.SUPERVISOR)
                .body(Map.of("eventId", eventId))
                .post("/api/v1/rescues")
                .then()
                .statusCode(403);
        SignIn.as(Role.OPERATOR).post(path + "/rank").then().statusCode(403);
        SignIn.as(Role.OPERATOR).body(Map.of()).post(path + "/assign").then().statusCode(403);
        SignIn.as(Role.ADMIN).body(Map.of()).post(path + "/advance").then().statusCode(403);
        SignIn.as(Role.SUPERVISOR).get(path).then().statusCode(200);
        given().get(path).then().statusCode(401);
    }

    @Test
    void saysThatAJobIsNotThere() {
        SignIn.as(Role.OPERATOR)
                .get("/api/v1/rescues/" + Ids.next())
                .then()
                .statusCode(404)
                .body("code", equalTo("rescue.not-found"));
    }

    private Response step(UUID job, String etag, String key) {
        return desk.dispatcher()
                .header("If-Match", etag)
                .header("Idempotency-Key", key)
                .body(Map.of("to", "ACCEPTED"))
                .post("/api/v1/rescues/" + job + "/advance");
    }

    private static Response list(Map<String, String> parameters) {
        return SignIn.as(Role.SUPERVISOR).queryParams(parameters).get("/api/v1/rescues");
    }
}
