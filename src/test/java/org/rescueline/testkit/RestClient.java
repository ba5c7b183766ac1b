package org.rescueline.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The REST interface of a running service as one signed-in person uses it. A refusal ends the test with its text. */
public final class RestClient {

    private static final String ROOT = "/api/v1";

    private final RunningService service;
    private final String token;

    private RestClient(RunningService service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Signs in. */
    public static RestClient signIn(RunningService service, String username, String password) {
        var token = given().baseUri(service.uri(ROOT).toString())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie(SignIn.COOKIE);
        return new RestClient(service, token);
    }

    /** Reads. */
    public JsonPath get(String path) {
        return taken(request().get(path));
    }

    /** Makes something, and answers what was made. */
    public JsonPath post(String path, Map<String, ?> body) {
        return taken(request().contentType(ContentType.JSON).body(body).post(path));
    }

    private RequestSpecification request() {
        return given().baseUri(service.uri(ROOT).toString()).cookie(SignIn.COOKIE, token);
    }

    private static JsonPath taken(Response answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body().asString());
        }
        return answer.jsonPath();
    }
}
