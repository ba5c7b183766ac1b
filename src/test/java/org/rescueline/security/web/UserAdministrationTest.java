package org.rescueline.security.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.Ids;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class UserAdministrationTest {

    private static final String PASSWORD = "a long enough one";
    private static final String USERS = "/api/v1/users";

    @Test
    void createsAUserWhoCanSignInAtOnce() {
        // Given
        var name = "Wang-" + Ids.next();

        // When
        var created = create(name, List.of("OPERATOR", "DISPATCHER"), null);

        // Then
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("username", equalTo(name.toLowerCase(Locale.ROOT)))
                .body("roles", containsInAnyOrder("OPERATOR", "DISPATCHER"));
        assertThat(SignIn.token(name, PASSWORD)).isNotBlank();
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        SignIn.as(Role.ADMIN)
                .body(Map.of(
                        "username", "no blanks please",
                        "displayName", " ",
                        "password", PASSWORD,
                        "roles", List.of("FEED"),
                        "extension", "10a",
                        "language", "fr"))
                .post(USERS)
                .then()
                .statusCode(400)
                .body("fields.field", contains("username", "displayName", "roles", "extension", "language"));
    }

    @Test
    void refusesATakenNameAndATakenExtension() {
        // Given
        var name = "taken-" + Ids.next();
        var extension = freeExtension();
        create(name, List.of("OPERATOR"), extension).then().statusCode(201);

        // When
        var sameName = create(name.toUpperCase(Locale.ROOT), List.of("OPERATOR"), null);
        var sameExtension = create("other-" + Ids.next(), List.of("OPERATOR"), extension);

        // Then
        sameName.then().statusCode(409).body("code", equalTo("security.username-taken"));
        sameExtension.then().statusCode(409).body("code", equalTo("security.extension-taken"));
    }

    @Test
    void changesOnlyWhatIsNamed() {
        // Given
        var extension = freeExtension();
        String id =
                create("patched-" + Ids.next(), List.of("OPERATOR"), extension).path("id");

        // When
        var answer = SignIn.as(Role.ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("roles", List.of("DISPATCHER")))
                .patch(USERS + "/" + id);

        // Then
        answer.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("roles", contains("DISPATCHER"))
                .body("extension", equalTo(extension));
    }

    @Test
    void takesTheExtensionAwayWhenItIsNamedAsNothing() {
        // Given
        String id = create("noext-" + Ids.next(), List.of("OPERATOR"), freeExtension())
                .path("id");

        // When
        var answer = SignIn.as(Role.ADMIN)
                .header("If-Match", "\"0\"")
                .body("{\"extension\":null}")
                .patch(USERS + "/" + id);

        // Then
        answer.then().statusCode(200).body("extension", nullValue());
    }

    @Test
    void asksForTheVersionAndRefusesAnOldOne() {
        // Given
        String id = create("versioned-" + Ids.next(), List.of("OPERATOR"), null).path("id");
        var change = Map.of("displayName", "新名字");
        SignIn.as(Role.ADMIN)
                .header("If-Match", "\"0\"")
                .body(change)
                .patch(USERS + "/" + id)
                .then()
                .statusCode(200);

        // When
        var without = SignIn.as(Role.ADMIN).body(change).patch(USERS + "/" + id);
        var stale =
                SignIn.as(Role.ADMIN).header("If-Match", "\"0\"").body(change).patch(USERS + "/" + id);

        // Then
        without.then().statusCode(428);
        stale.then().statusCode(412).body("current.displayName", equalTo("新名字")).body("current.version", equalTo(1));
    }

    @Test
    void keepsAnAdministratorFromLockingHimselfOut() {
        // Given
        var admin = SignIn.user(null, Role.ADMIN);
        var version = SignIn.as(Role.ADMIN).get(USERS + "/" + admin.id()).header("ETag");

        // When
        var switchedOff = SignIn.as(Role.ADMIN)
                .header("If-Match", version)
                .body(Map.of("active", false))
                .patch(USERS + "/" + admin.id());
        var degraded = SignIn.as(Role.ADMIN)
                .header("If-Match", version)
                .body(Map.of("roles", List.of("OPERATOR")))
                .patch(USERS + "/" + admin.id());

        // Then
        switchedOff.then().statusCode(409).body("code", equalTo("security.own-admin-role"));
        degraded.then().statusCode(409).body("code", equalTo("security.own-admin-role"));
    }

    @Test
    void endsTheSessionsOfWhoIsSwitchedOff() {
        // Given
        var name = "leaver-" + Ids.next();
        String id = create(name, List.of("OPERATOR"), null).path("id");
        var token = SignIn.token(name, PASSWORD);
        given().cookie(SignIn.COOKIE, token).get("/api/v1/session").then().statusCode(200);

        // When
        SignIn.as(Role.ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("active", false))
                .patch(USERS + "/" + id)
                .then()
                .statusCode(200);

        // Then
        given().cookie(SignIn.COOKIE, token).get("/api/v1/session").then().statusCode(401);
    }

    @Test
    void givesNewRightsToASessionThatIsOpenAlready() {
        // Given
        var name = "promoted-" + Ids.next();
        String id = create(name, List.of("OPERATOR"), null).path("id");
        var token = SignIn.token(name, PASSWORD);
        given().cookie(SignIn.COOKIE, token).get(USERS).then().statusCode(403);

        // When
        SignIn.as(Role.ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("roles", List.of("OPERATOR", "ADMIN")))
                .patch(USERS + "/" + id)
                .then()
                .statusCode(200);

        // Then
        given().cookie(SignIn.COOKIE, token).get(USERS).then().statusCode(200);
    }

    @Test
    void resetsAPasswordAndRefusesAShortOne() {
        // Given
        var name = "forgetful-" + Ids.next();
        String id = create(name, List.of("OPERATOR"), null).path("id");

        // When
        var tooShort = SignIn.as(Role.ADMIN).body(Map.of("password", "short")).put(USERS + "/" + id + "/password");
        var fine = SignIn.as(Role.ADMIN)
                .body(Map.of("password", "quite a new one"))
                .put(USERS + "/" + id + "/password");

        // Then
        tooShort.then().statusCode(400).body("fields.field", contains("password"));
        fine.then().statusCode(204);
        assertThat(SignIn.token(name, "quite a new one")).isNotBlank();
    }

    @Test
    void letsAMachineInByItsKeyUntilItIsRevoked() {
        // Given
        var made = SignIn.as(Role.ADMIN)
                .body(Map.of("name", "monitor " + Ids.next(), "role", "MONITOR"))
                .post("/api/v1/service-keys");
        made.then().statusCode(201);
        String secret = made.path("secret");
        openApi(secret).then().statusCode(200);

        // When
        SignIn.as(Role.ADMIN)
                .delete("/api/v1/service-keys/" + made.path("key.id"))
                .then()
                .statusCode(204);

        // Then
        openApi(secret).then().statusCode(401);
        assertThat(SignIn.as(Role.ADMIN).get("/api/v1/service-keys").asString()).doesNotContain(secret);
    }

    @Test
    void writesDownWhoChangedWhom() {
        // Given
        var name = "audited-" + Ids.next();

        // When
        create(name, List.of("OPERATOR"), null).then().statusCode(201);

        // Then
        SignIn.as(Role.ADMIN)
                .get("/api/v1/security/audit?kind=USER_CREATED&size=200")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem(name));
    }

    private static Response openApi(String secret) {
        return given().header("Authorization", "Bearer " + secret).get("/q/openapi");
    }

    private static Response create(String username, List<String> roles, String extension) {
        var body = new HashMap<String, Object>();
        body.put("username", username);
        body.put("displayName", "测试人员");
        body.put("password", PASSWORD);
        body.put("roles", roles);
        body.put("extension", extension);
        return SignIn.as(Role.ADMIN).body(body).post(USERS);
    }

    private static String freeExtension() {
        return String.valueOf(10_000_000 + (int) (Math.abs(Ids.next().getLeastSignificantBits()) % 80_000_000));
    }
}
