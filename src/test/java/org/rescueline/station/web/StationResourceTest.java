package org.rescueline.station.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.rescueline.station.web.Forms.station;
import static org.rescueline.station.web.Forms.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.Ids;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class StationResourceTest {

    private static final String STATIONS = "/api/v1/stations";

    @Test
    void entersAStationAndShowsIt() {
        // Given
        var form = station(34.51, 109.77);

        // When
        var entered = enter(form);

        // Then
        entered.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("code", equalTo(form.get("code")))
                .body("office", equalTo("演示西北办事处"))
                .body("dutyPhones[0].number", equalTo("+869135550123"))
                .body("dutyPhones[0].primary", equalTo(true))
                .body("dutyPhones[0].lastCheck", nullValue())
                .body("opensAt", equalTo("08:00"))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("openJobs", equalTo(0));
        SignIn.as(Role.OPERATOR)
                .get(STATIONS + "/" + id(entered))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("演示华州站"));
    }

    @Test
    void givesTheFirstAnswerToAStationSentTwiceWithOneKey() {
        // Given
        var form = station(34.51, 109.77);
        var key = Ids.next().toString();

        // When
        var first =
                SignIn.as(Role.ADMIN).header("Idempotency-Key", key).body(form).post(STATIONS);
        var second =
                SignIn.as(Role.ADMIN).header("Idempotency-Key", key).body(form).post(STATIONS);

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(id(second)).isEqualTo(id(first));
    }

    @Test
    void refusesACodeThatIsTaken() {
        // Given
        var form = station(34.51, 109.77);
        enter(form);

        // When
        var again = enter(form);

        // Then
        again.then()
                .statusCode(409)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("station.code-taken"));
    }

    @Test
    void tellsEverythingThatIsWrongWithAFormAtOnceAndInTheCallersLanguage() {
        // Given
        var form = new HashMap<>(station(91, 109.77));
        form.remove("name");
        form.put("headPhone", "not a number");
        form.put("dutyPhones", List.of(Map.of("number", "12"), Map.of("number", "13900000000")));
        form.put("starGrade", 6);
        form.put("zone", "Mars/Olympus");
        form.put("rescueVans", -1);

        // When
        var refused =
                SignIn.as(Role.ADMIN).header("Accept-Language", "en").body(form).post(STATIONS);

        // Then
        refused.then()
                .statusCode(400)
                .body(
                        "fields.field",
                        hasItems(
                                "name",
                                "latitude",
                                "headPhone",
                                "dutyPhones[0].number",
                                "starGrade",
                                "zone",
                                "rescueVans"))
                .body(
                        "fields.find { it.field == 'latitude' }.message",
                        equalTo("Must be decimal degrees between -90 and 90."));
    }

    @Test
    void refusesAFieldItDoesNotKnow() {
        enter(with(station(34.51, 109.77), "colour", "red"))
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("colour"));
    }

    @Test
    void changesOnlyTheFieldsThatAreGiven() {
        // Given
        var entered = enter(with(station(34.51, 109.77), "serviceRadiusKm", 150));
        var patch = new HashMap<String, Object>();
        patch.put("status", "SUSPENDED");
        patch.put("serviceRadiusKm", null);

        // When
        var edited = edit(id(entered), "\"0\"", patch);

        // Then
        edited.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("SUSPENDED"))
                .body("serviceRadiusKm", nullValue())
                .body("name", equalTo("演示华州站"))
                .body("headPhone", equalTo("+8613900000021"))
                .body("dutyPhones[0].id", equalTo(entered.jsonPath().getString("dutyPhones[0].id")));
    }

    @Test
    void replacesTheDutyPhonesAndKeepsThoseThatStay() {
        // Given
        var entered = enter(station(34.51, 109.77));
        var kept = entered.jsonPath().getString("dutyPhones[0].id");
        var phones = List.of(
                Map.of("number", "13900000099", "label", "值班手机", "primary", true),
                Map.of("number", "09135550123", "label", "前台"));

        // When
        var edited = edit(id(entered), "\"0\"", Map.of("dutyPhones", phones));
        var emptied = edit(id(entered), "\"1\"", Map.of("dutyPhones", List.of()));

        // Then
        edited.then()
                .statusCode(200)
                .body("dutyPhones.number", equalTo(List.of("+8613900000099", "+869135550123")))
                .body("dutyPhones.primary", equalTo(List.of(true, false)))
                .body("dutyPhones[1].id", equalTo(kept));
        emptied.then().statusCode(200).body("dutyPhones", equalTo(List.of())).body("gaps", hasItem("NO_DUTY_PHONE"));
    }

    @Test
    void wantsToKnowWhichVersionAnEditWasMadeOn() {
        // Given
        var entered = enter(station(34.51, 109.77));

        // When
        var edited = edit(id(entered), null, Map.of("starGrade", 5));

        // Then
        edited.then().statusCode(428).body("code", equalTo("shared.if-match-required"));
    }

    @Test
    void showsTheNewerVersionToWhoeverEditedAnOlderOne() {
        // Given
        var entered = enter(station(34.51, 109.77));
        edit(id(entered), "\"0\"", Map.of("starGrade", 5));

        // When
        var late = edit(id(entered), "\"0\"", Map.of("starGrade", 1));

        // Then
        late.then().statusCode(412).body("current.version", equalTo(1)).body("current.starGrade", equalTo(5));
    }

    @Test
    void masksTheHeadsNumberForThoseWhoDoNotWorkWithStations() {
        // Given
        var path = STATIONS + "/" + id(enter(station(34.51, 109.77)));

        // When
        var operators = SignIn.as(Role.OPERATOR).get(path);
        var dispatchers = SignIn.as(Role.DISPATCHER).get(path);

        // Then
        assertThat(operators.jsonPath().getString("headPhone")).contains("****").endsWith("0021");
        assertThat(operators.jsonPath().getString("dutyPhones[0].number")).isEqualTo("+869135550123");
        assertThat(dispatchers.jsonPath().getString("headPhone")).isEqualTo("+8613900000021");
    }

    @Test
    void findsStationsByWordsAndByWhatTheyLack() {
        // Given
        var mute = with(with(station(34.51, 109.77), "dutyPhones", List.of()), "name", "演示无声站" + Ids.next());
        var id = id(enter(mute));

        // When
        var byName = SignIn.as(Role.OPERATOR).queryParam("q", mute.get("name")).get(STATIONS);
        var byGap = SignIn.as(Role.SUPERVISOR)
                .queryParam("gap", "NO_DUTY_PHONE")
                .queryParam("sort", "-code")
                .queryParam("size", 200)
                .get(STATIONS);

        // Then
        byName.then().statusCode(200).body("total", equalTo(1)).body("items[0].id", equalTo(id));
        byGap.then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.gaps.flatten()", hasItem("NO_DUTY_PHONE"));
    }

    @Test
    void refusesAnUnknownStatusInAFilter() {
        SignIn.as(Role.OPERATOR)
                .queryParam("status", "HAPPY")
                .get(STATIONS)
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("status"));
    }

    @Test
    void letsOnlyAdministratorsEdit() {
        // Given
        var id = id(enter(station(34.51, 109.77)));

        // Then
        SignIn.as(Role.DISPATCHER, Role.SUPERVISOR, Role.OPERATOR)
                .body(station(34.51, 109.77))
                .post(STATIONS)
                .then()
                .statusCode(403);
        SignIn.as(Role.DISPATCHER, Role.SUPERVISOR, Role.OPERATOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("starGrade", 5))
                .patch(STATIONS + "/" + id)
                .then()
                .statusCode(403);
        given().get(STATIONS).then().statusCode(401);
    }

    @Test
    void saysThatAStationIsNotThere() {
        SignIn.as(Role.OPERATOR)
                .get(STATIONS + "/" + Ids.next())
                .then()
                .statusCode(404)
                .body("code", equalTo("station.not-found"));
    }

    @Test
    void listsTheOffices() {
        // Given
        enter(station(34.51, 109.77));

        // When
        var offices = SignIn.as(Role.OPERATOR).get(STATIONS + "/offices");

        // Then
        offices.then().statusCode(200).body("code", hasItem("TEST-NW"));
    }

    private static Response enter(Map<String, Object> form) {
        return SignIn.as(Role.ADMIN).body(form).post(STATIONS);
    }

    private static Response edit(String id, String ifMatch, Map<String, Object> patch) {
        var request = SignIn.as(Role.ADMIN).body(patch);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(STATIONS + "/" + id);
    }

    private static String id(Response station) {
        return station.jsonPath().getString("id");
    }
}
