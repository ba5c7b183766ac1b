package org.rescueline.security.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rescueline.security.NewUser;
import org.rescueline.security.Role;
import org.rescueline.security.SecurityService;
import org.rescueline.security.UserView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Ids;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class SignInTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String PASSWORD = "a long enough one";

    @Inject
    SecurityService security;

    @Inject
    Pool pool;

    @Test
    void givesACookieThatScriptsAndOtherSitesCannotUse() {
        // Given
        var user = person(Role.OPERATOR);

        // When
        var answer = trySignIn(user.username(), PASSWORD);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("user.username")).isEqualTo(user.username());
        assertThat(answer.jsonPath().getBoolean("demo")).isFalse();
        assertThat(answer.body().asString()).doesNotContain("password");
        var cookie = answer.detailedCookie(SignIn.COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isSecured()).as("plain HTTP on this machine").isFalse();
    }

    @Test
    void marksTheCookieSecureForEveryOtherHost() {
        // Given
        var user = person(Role.OPERATOR);

        // When
        var cookie = given().header("Host", "centre.example")
                .contentType(ContentType.JSON)
                .body(Map.of("username", user.username(), "password", PASSWORD))
                .post("/api/v1/session")
                .detailedCookie(SignIn.COOKIE);

        // Then
        assertThat(cookie.isSecured()).isTrue();
    }

    @Test
    void knowsThePersonByTheCookie() {
        var token = SignIn.token(person(Role.OPERATOR, Role.DISPATCHER).username(), PASSWORD);

        whoAmI(token)
                .then()
                .statusCode(200)
                .body("user.roles", hasItem("DISPATCHER"))
                .body("user.id", notNullValue());
    }

    @Test
    void storesNoTokenThatSomebodyCouldUse() {
        // Given
        var token = SignIn.token(person(Role.OPERATOR).username(), PASSWORD);

        // When
        var stored = pool.preparedQuery("select count(*) as found from user_session where token_hash = $1")
                .execute(Tuple.of(io.vertx.core.buffer.Buffer.buffer(token)))
                .await()
                .atMost(TIMEOUT);

        // Then
        assertThat(stored.iterator().next().getLong("found")).isZero();
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownNameInTheSameWords() {
        // Given
        var user = person(Role.OPERATOR);

        // When
        var wrong = trySignIn(user.username(), "not the password");
        var unknown = trySignIn("nobody-" + Ids.next(), "not the password");

        // Then
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.contentType()).startsWith("application/problem+json");
        assertThat(wrong.jsonPath().getString("code")).isEqualTo("security.sign-in-refused");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.jsonPath().getString("detail"))
                .isEqualTo(wrong.jsonPath().getString("detail"));
    }

    @Test
    void makesWhoGuessesWaitEvenWithTheRightPassword() {
        // Given
        var user = person(Role.OPERATOR);
        for (var guess = 0; guess < 5; guess++) {
            trySignIn(user.username(), "guess " + guess).then().statusCode(401);
        }

        // When
        var sixth = trySignIn(user.username(), PASSWORD);

        // Then
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.jsonPath().getString("code")).isEqualTo("security.sign-in-throttled");
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void letsWhoGuessedTryAgainAfterTheWindow() {
        // Given
        var user = person(Role.OPERATOR);
        for (var guess = 0; guess < 6; guess++) {
            trySignIn(user.username(), "guess " + guess);
        }

        // When
        run(
                "update sign_in_failure set first_failed_at = first_failed_at - interval '15 minutes' where subject like $1",
                Tuple.of("%:" + user.username()));

        // Then
        trySignIn(user.username(), PASSWORD).then().statusCode(200);
    }

    @Test
    void forgetsEarlierMistakesOnceThePasswordIsRight() {
        // Given
        var user = person(Role.OPERATOR);
        for (var guess = 0; guess < 4; guess++) {
            trySignIn(user.username(), "guess " + guess);
        }
        trySignIn(user.username(), PASSWORD).then().statusCode(200);

        // When
        var next = trySignIn(user.username(), "guess again");

        // Then
        assertThat(next.statusCode()).isEqualTo(401);
    }

    @Test
    void endsTheSessionAtSignOut() {
        // Given
        var token = SignIn.token(person(Role.OPERATOR).username(), PASSWORD);
        whoAmI(token).then().statusCode(200);

        // When
        var answer = given().cookie(SignIn.COOKIE, token).delete("/api/v1/session");

        // Then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.detailedCookie(SignIn.COOKIE).getMaxAge()).isZero();
        whoAmI(token).then().statusCode(401).body("kind", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void endsTheSessionThatWasIdleTooLong() {
        // Given
        var user = person(Role.OPERATOR);
        var token = SignIn.token(user.username(), PASSWORD);

        // When
        run(
                "update user_session set last_seen_at = last_seen_at - interval '31 minutes' where user_id = $1",
                Tuple.of(user.id()));

        // Then
        whoAmI(token).then().statusCode(401);
    }

    @Test
    void endsTheSessionAtItsLastHourHoweverBusy() {
        // Given
        var user = person(Role.OPERATOR);
        var token = SignIn.token(user.username(), PASSWORD);

        // When
        run("update user_session set expires_at = started_at where user_id = $1", Tuple.of(user.id()));

        // Then
        whoAmI(token).then().statusCode(401);
    }

    @Test
    void refusesAChangeThatAnotherSitesPageSends() {
        // Given
        var user = person(Role.OPERATOR);
        var body = Map.of("username", user.username(), "password", PASSWORD);

        // When
        var byFetchMetadata = given().header("Sec-Fetch-Site", "cross-site")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/session");
        var byOrigin = given().header("Origin", "https://elsewhere.example")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/session");

        // Then
        assertThat(byFetchMetadata.statusCode()).isEqualTo(403);
        assertThat(byFetchMetadata.jsonPath().getString("code")).isEqualTo("security.cross-site");
        assertThat(byOrigin.statusCode()).isEqualTo(403);
    }

    @Test
    void refusesASignInWithoutAPasswordByNamingTheField() {
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "somebody"))
                .post("/api/v1/session")
                .then()
                .statusCode(400)
                .body("fields.field", hasItem("password"));
    }

    @Test
    void changesTheOwnPasswordAndEndsEverySession() {
        // Given
        var user = person(Role.OPERATOR);
        var token = SignIn.token(user.username(), PASSWORD);

        // When
        given().cookie(SignIn.COOKIE, token)
                .contentType(ContentType.JSON)
                .body(Map.of("present", PASSWORD, "password", "another long one"))
                .put("/api/v1/session/password")
                .then()
                .statusCode(204);

        // Then
        whoAmI(token).then().statusCode(401);
        trySignIn(user.username(), "another long one").then().statusCode(200);
    }

    private UserView person(Role... roles) {
        var name = "signin-" + Ids.next();
        return security.createUser(new NewUser(name, "测试", PASSWORD, Set.of(roles), null, null), Actor.SYSTEM)
                .await()
                .atMost(TIMEOUT);
    }

    private void run(String statement, Tuple values) {
        var changed = pool.preparedQuery(statement).execute(values).await().atMost(TIMEOUT);
        assertThat(changed.rowCount()).isPositive();
    }

    private static Response trySignIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/session");
    }

    private static Response whoAmI(String token) {
        return given().cookie(SignIn.COOKIE, token).get("/api/v1/session");
    }
}
