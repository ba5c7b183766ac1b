package org.rescueline.console.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.rescueline.console.internal.LiveFeed;
import org.rescueline.console.internal.Topic;
import org.rescueline.security.Role;
import org.rescueline.security.UserView;
import org.rescueline.testkit.LiveLine;
import org.rescueline.testkit.SignIn;

/** The live feed over a real socket, with real sign-ins. */
@QuarkusTest
class LiveSocketTest {

    private static final String NUMBER = "+8613800000021";
    private static final Topic<Ring> CALLS = new Topic<>(
            "test-call",
            (ring, viewer) -> true,
            (ring, viewer) ->
                    viewer.extension().filter(ring.extension()::equals).isPresent(),
            (ring, lens) -> new Ring(ring.extension(), lens.show(ring.callerNumber())));

    @TestHTTPResource("/live")
    URI live;

    @Inject
    LiveFeed feed;

    @Test
    void letsNobodyInWithoutASession() {
        assertThatThrownBy(() -> LiveLine.open(live, "", "no such token"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(401));
    }

    @Test
    void letsNoMachineIn() {
        // Given
        String key = SignIn.as(Role.ADMIN)
                .body(Map.of("name", "no console " + System.nanoTime(), "role", "FEED"))
                .post("/api/v1/service-keys")
                .path("secret");

        // When, Then
        given().header("Authorization", "Bearer " + key)
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .get("/live")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesTheHandshakeOfAnotherSitesPage() {
        // Given
        var token = SignIn.tokenOf(operator("7101"));

        // When, Then
        given().cookie(SignIn.COOKIE, token)
                .header("Origin", "https://elsewhere.example")
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .get("/live")
                .then()
                .statusCode(403);
    }

    @Test
    void resumesAfterTheLineWasCutWithoutLosingOrRepeatingAnything() {
        // Given
        var token = SignIn.tokenOf(operator("7102"));
        var first = LiveLine.open(live, "", token);
        var epoch = first.next("hello").getString("epoch");
        feed.publish(CALLS, new Ring("7102", NUMBER));
        var seen = first.next("test-call").getLong("seq");
        first.cut();
        feed.publish(CALLS, new Ring("missed", NUMBER));

        // When
        var second = LiveLine.open(live, "?epoch=" + epoch + "&since=" + seen, token);
        feed.publish(CALLS, new Ring("live", NUMBER));

        // Then
        assertThat(second.next("hello").getBoolean("resumed")).isTrue();
        var missed = second.next("test-call");
        assertThat(missed.getLong("seq")).isEqualTo(seen + 1);
        assertThat(missed.getJsonObject("data").getString("extension")).isEqualTo("missed");
        assertThat(second.next("test-call").getJsonObject("data").getString("extension"))
                .isEqualTo("live");
        second.cut();
    }

    @Test
    void masksNumbersForEachViewerOfTheSameNews() {
        // Given
        var worker = LiveLine.open(live, "", SignIn.tokenOf(operator("7103")));
        var neighbour = LiveLine.open(live, "", SignIn.tokenOf(operator("7104")));
        worker.next("hello");
        neighbour.next("hello");

        // When
        feed.publish(CALLS, new Ring("7103", NUMBER));

        // Then
        assertThat(worker.next("test-call").getJsonObject("data").getString("callerNumber"))
                .isEqualTo(NUMBER);
        assertThat(neighbour.next("test-call").getJsonObject("data").getString("callerNumber"))
                .isEqualTo("138****0021");
        worker.cut();
        neighbour.cut();
    }

    @Test
    void hangsUpWhenThePersonSignsOut() {
        // Given
        var token = SignIn.tokenOf(operator("7105"));
        var browser = LiveLine.open(live, "", token);
        browser.next("hello");

        // When
        given().cookie(SignIn.COOKIE, token).delete("/api/v1/session").then().statusCode(204);

        // Then
        assertThat(browser.closeCode()).isEqualTo(4401);
    }

    @Test
    void hangsUpWhenThePersonsRightsChange() {
        // Given
        var user = operator("7106");
        var browser = LiveLine.open(live, "", SignIn.tokenOf(user));
        browser.next("hello");

        // When
        SignIn.as(Role.ADMIN)
                .header("If-Match", "\"" + user.version() + "\"")
                .body(Map.of("roles", new String[] {"DISPATCHER"}))
                .patch("/api/v1/users/" + user.id())
                .then()
                .statusCode(200);

        // Then
        assertThat(browser.closeCode()).isEqualTo(4409);
    }

    @Test
    void answersAPageThatAsksWhetherTheLineStands() {
        // Given
        var browser = LiveLine.open(live, "", SignIn.tokenOf(operator("7107")));
        browser.next("hello");

        // When
        browser.say("{\"type\":\"ping\"}");

        // Then
        assertThat(browser.next("pong").getLong("seq")).isNotNegative();
        browser.cut();
    }

    @Test
    void bearsWordsItDoesNotUnderstand() {
        // Given
        var browser = LiveLine.open(live, "", SignIn.tokenOf(operator("7108")));
        browser.next("hello");

        // When
        browser.say("no json at all");
        browser.say("{\"type\":\"subscribe\",\"positions\":true,\"bbox\":[1,2,3]}");
        browser.say("{\"type\":\"ping\"}");

        // Then
        assertThat(browser.next("pong")).isNotNull();
        browser.cut();
    }

    private static UserView operator(String extension) {
        return SignIn.user(extension, Role.OPERATOR);
    }

    record Ring(String extension, String callerNumber) {}
}
