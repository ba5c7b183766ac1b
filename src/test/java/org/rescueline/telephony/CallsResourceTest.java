package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.telephony.manager.CapturedCase;
import org.rescueline.telephony.manager.ScriptedManager;
import org.rescueline.testkit.SignIn;

/** Calls over HTTP: who sees what, and what the page may do. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class CallsResourceTest {

    private static final String DRIVER = "+8613800138001";

    @Inject
    TelephonyService telephony;

    private final String pbx = "r-" + UUID.randomUUID();
    private ScriptedManager manager;
    private CallView call;

    @BeforeEach
    void ringOperator1001() throws IOException {
        manager = new ScriptedManager();
        telephony.attach(manager.address(pbx));
        await().atMost(Ledgers.PATIENCE)
                .until(() -> telephony.state().connected()
                        && pbx.equals(telephony.state().pbx()));
        new CapturedCase("abandoned-bye")
                .begun(5, Instant.now().getEpochSecond()).events().stream()
                        .takeWhile(event -> !event.startsWith("Event: Hangup"))
                        .forEach(manager::tell);
        call = await().atMost(Ledgers.PATIENCE)
                .until(
                        () -> Ledgers.of(telephony, pbx).stream()
                                .filter(it -> it.state() == CallState.RINGING)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        await().atMost(Ledgers.PATIENCE).until(() -> telephony.waitingCalls() == 1);
    }

    @AfterEach
    void close() throws IOException {
        manager.close();
    }

    @Test
    void showsTheCallersNumberToTheOperatorWhosePhoneRingsAndMasksItForOthers() {
        // Given
        var path = "/api/v1/calls/" + call.id();

        // When
        var own = SignIn.at("1001", Role.OPERATOR).get(path);
        var other = SignIn.at("1002", Role.OPERATOR).get(path);
        var supervisor = SignIn.as(Role.SUPERVISOR).get(path);

        // Then
        own.then().statusCode(200).body("callerNumber", equalTo(DRIVER)).body("dialedNumber", equalTo("4008809818"));
        other.then().statusCode(200).body("callerNumber", not(equalTo(DRIVER)));
        supervisor.then().statusCode(200).body("callerNumber", equalTo(DRIVER));
    }

    @Test
    void listsByStateWithPaging() {
        // Given
        var request = SignIn.as(Role.DISPATCHER).queryParam("state", "RINGING").queryParam("size", 5);

        // When
        var page = request.get("/api/v1/calls");

        // Then
        page.then()
                .statusCode(200)
                .body("size", equalTo(5))
                .body("items.id", hasItem(call.id().toString()));
    }

    @Test
    void refusesASizeThatIsTooLargeAndNamesTheField() {
        // Given
        var request = SignIn.as(Role.DISPATCHER).queryParam("size", 1000);

        // When
        var answer = request.get("/api/v1/calls");

        // Then
        answer.then().statusCode(400).body("kind", equalTo("INVALID")).body("fields[0].field", equalTo("size"));
    }

    @Test
    void tellsThePhoneOfTheOperatorToGoOffTheHook() {
        // Given
        var operator = SignIn.at("1001", Role.OPERATOR);

        // When
        var answer = operator.post("/api/v1/calls/" + call.id() + "/answer");

        // Then
        answer.then().statusCode(202);
        assertThat(manager.actions()).anySatisfy(action -> assertThat(action)
                .containsEntry("action", "PJSIPNotify")
                .containsEntry("variable", "Event=talk"));
    }

    @Test
    void refusesToAnswerForAPhoneThatDoesNotRing() {
        // Given
        var operator = SignIn.at("1002", Role.OPERATOR);

        // When
        var answer = operator.post("/api/v1/calls/" + call.id() + "/answer");

        // Then
        answer.then().statusCode(409).body("code", equalTo("telephony.not-ringing"));
    }

    @Test
    void letsOnlyTheOwnOperatorOrASupervisorEndACall() {
        // Given
        var path = "/api/v1/calls/" + call.id() + "/hangup";

        // When
        var other = SignIn.at("1002", Role.OPERATOR).post(path);
        var supervisor = SignIn.as(Role.SUPERVISOR).post(path);

        // Then
        other.then().statusCode(403).body("code", equalTo("telephony.not-your-call"));
        supervisor.then().statusCode(202);
        assertThat(manager.actions()).anySatisfy(action -> assertThat(action).containsEntry("action", "Hangup"));
    }

    @Test
    void saysThatThereIsNoSuchCall() {
        // Given
        var path = "/api/v1/calls/" + UUID.randomUUID();

        // When
        var answer = SignIn.as(Role.OPERATOR).get(path);

        // Then
        answer.then().statusCode(404).body("kind", equalTo("NOT_FOUND"));
    }

    @Test
    void saysInReadinessThatTheTelephonesAreAwayAndStaysReady() throws IOException {
        // Given
        manager.close();
        await().atMost(Ledgers.PATIENCE).until(() -> !telephony.state().connected());

        // When
        var health = RestAssured.get("/q/health/ready");

        // Then
        health.then().body("checks.find { it.name == 'telephony' }.status", equalTo("UP"));
        health.then().body("checks.find { it.name == 'telephony' }.data.degraded", equalTo(true));
        SignIn.as(Role.OPERATOR)
                .get("/api/v1/telephony/state")
                .then()
                .statusCode(200)
                .body("mode", equalTo("DOWN"));
    }
}
