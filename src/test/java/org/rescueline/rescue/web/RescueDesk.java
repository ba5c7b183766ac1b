package org.rescueline.rescue.web;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;

/** A dispatcher's clicks. Signs in once; each step names the version that stands now. */
final class RescueDesk {

    private static final String RESCUES = "/api/v1/rescues";

    private final String session = SignIn.tokenOf(SignIn.user(null, Role.DISPATCHER));

    RequestSpecification dispatcher() {
        return RestAssured.given().cookie(SignIn.COOKIE, session).contentType(ContentType.JSON);
    }

    UUID request(UUID eventId) {
        return UUID.fromString(dispatcher()
                .body(Map.of("eventId", eventId))
                .post(RESCUES)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    Response get(UUID job) {
        return dispatcher().get(RESCUES + "/" + job);
    }

    String etag(UUID job) {
        return get(job).header("ETag");
    }

    Response rank(UUID job) {
        return dispatcher()
                .post(RESCUES + "/" + job + "/rank")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    Response assign(UUID job, Response shown, String stationId, Map<String, String> reasons) {
        var body = new HashMap<String, Object>(reasons);
        body.put("rankingId", shown.path("id"));
        body.put("stationId", stationId);
        return dispatcher().header("If-Match", etag(job)).body(body).post(RESCUES + "/" + job + "/assign");
    }

    void assignFirst(UUID job) {
        var shown = rank(job);
        assign(job, shown, shown.path("candidates[0].station.id"), Map.of())
                .then()
                .statusCode(200);
    }

    Response advance(UUID job, String to) {
        return advance(job, to, Map.of());
    }

    Response advance(UUID job, String to, Map<String, String> more) {
        var body = new HashMap<String, Object>(more);
        body.put("to", to);
        return dispatcher().header("If-Match", etag(job)).body(body).post(RESCUES + "/" + job + "/advance");
    }
}
