package org.rescueline.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Role;

/** Somebody at the web page of a {@link RunningService}, whom no restart signs out for good. */
public final class WebPerson {

    /** What a service needs to be told so that {@link #admin} can sign in, and at little cost. */
    public static final Map<String, String> SIGN_IN = Map.of(
            "rescueline.security.admin-password", "correct horse battery",
            "rescueline.security.password.bcrypt-cost", "4");

    /** Everybody's password. */
    public static final String PASSWORD = "correct horse battery";

    private final RunningService service;
    private final String username;
    private String session;

    private WebPerson(RunningService service, String username) {
        this.service = service;
        this.username = username;
        signIn();
    }

    /** The first account of a service that was started with {@link #SIGN_IN}. */
    public static WebPerson admin(RunningService service) {
        return new WebPerson(service, "admin");
    }

    /** Enters somebody with one role, and signs in as them. */
    public WebPerson enter(String name, Role role, @Nullable String extension) {
        var account = new HashMap<String, Object>(Map.of(
                "username", name, "displayName", "Tester " + name, "password", PASSWORD, "roles", List.of(role)));
        account.put("extension", extension);
        request().body(account).post(uri("/api/v1/users")).then().statusCode(201);
        return new WebPerson(service, name);
    }

    /**
     * Enters an able station, open day and night, with one duty phone.
     *
     * @return the station as the service tells it
     */
    public JsonPath enterStation(String code, String dutyPhone, double latitude, double longitude) {
        var station = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "name",
                "演示站 " + code,
                "officeCode",
                "TEST",
                "officeName",
                "演示办事处",
                "address",
                "演示路 1 号",
                "status",
                "ACTIVE",
                "latitude",
                latitude,
                "longitude",
                longitude,
                "nightOpening",
                true));
        station.put("capabilities", List.of("CHASSIS"));
        station.put("dutyPhones", List.of(Map.of("number", dutyPhone, "label", "值班", "primary", true)));
        var answer = request().body(station).post(uri("/api/v1/stations"));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.asString());
        }
        return answer.jsonPath();
    }

    /** The same person at another node. */
    public WebPerson at(RunningService node) {
        return new WebPerson(node, username);
    }

    /** Signs in again, as after a restart. */
    public void signIn() {
        session = given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD))
                .post(uri("/api/v1/session"))
                .then()
                .statusCode(200)
                .extract()
                .cookie(SignIn.COOKIE);
    }

    /** The token of the session. */
    public String token() {
        return session;
    }

    /** The session as a request's header {@code Cookie} has it. */
    public String cookie() {
        return SignIn.COOKIE + "=" + session;
    }

    /** A request of this person; its path goes through {@link #uri}. */
    public RequestSpecification request() {
        return given().cookie(SignIn.COOKIE, session).contentType(ContentType.JSON);
    }

    /** The address of a path at the service. */
    public String uri(String path) {
        return service.uri(path).toString();
    }
}
