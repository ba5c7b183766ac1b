package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rescueline.security.Role;
import org.rescueline.telephony.manager.CapturedCase;
import org.rescueline.telephony.manager.ScriptedManager;
import org.rescueline.testkit.SignIn;

/** A number rung from the page, followed to its end. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class OutboundTest {

    private static final String CUSTOMER = "13700137003";

    @Inject
    TelephonyService telephony;

    private final String pbx = "o-" + UUID.randomUUID();
    private final UUID attempt = UUID.randomUUID();
    private ScriptedManager manager;

    @BeforeEach
    void attach() throws IOException {
        manager = new ScriptedManager();
        telephony.attach(manager.address(pbx));
        await().atMost(Ledgers.PATIENCE)
                .until(() -> telephony.state().connected()
                        && pbx.equals(telephony.state().pbx()));
    }

    @AfterEach
    void close() throws IOException {
        manager.close();
    }

    @Test
    void ringsTheOwnPhoneFirstAndKeepsTheOutcome() {
        // When
        ring(CUSTOMER).statusCode(202);
        new CapturedCase("callback-customer-busy")
                .as(attempt.toString())
                .begun(0, Instant.now().getEpochSecond())
                .events()
                .forEach(manager::tell);

        // Then
        assertThat(originates()).singleElement().satisfies(action -> assertThat(action)
                .containsEntry("channel", "PJSIP/1041")
                .containsEntry("context", "callback")
                .containsEntry("exten", CUSTOMER)
                .containsEntry("channelid", attempt.toString()));
        await().atMost(Ledgers.PATIENCE).until(() -> "BUSY"
                .equals(SignIn.at("1041", Role.OPERATOR)
                        .get("/api/v1/outbound/" + attempt)
                        .jsonPath()
                        .getString("outcome.result")));
    }

    @Test
    void ringsOnceWhenTheSameRequestComesTwice() {
        // When
        ring(CUSTOMER).statusCode(202);
        ring(CUSTOMER).statusCode(202);

        // Then
        assertThat(originates()).hasSize(1);
    }

    @Test
    void refusesAbroadInWordsAndTellsTheSwitchNothing() {
        // When
        var refused = ring("+4915112345678").statusCode(403).extract().jsonPath();

        // Then
        assertThat(refused.getString("code")).isEqualTo("telephony.number-not-allowed");
        assertThat(refused.getString("detail")).contains("+4915112345678");
        assertThat(originates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13700137003\r\nAction: Originate",
                "13700137003\n",
                "${EXTEN}",
                "_X.",
                "13700137003&PJSIP/1002",
                "13700137003@elsewhere",
                "137001370031370013700313700137003",
                "police"
            })
    void refusesWhatIsNoNumberBeforeTheSwitchHearsOfIt(String text) {
        // When
        ring(text).statusCode(400);

        // Then
        assertThat(originates()).isEmpty();
    }

    @Test
    void showsOnlyHotlinesThatAreOurs() {
        // When
        SignIn.at("1041", Role.OPERATOR)
                .body(Map.of("attemptId", attempt, "number", CUSTOMER, "hotline", "4001112222"))
                .post("/api/v1/outbound")
                .then()
                .statusCode(400);

        // Then
        assertThat(originates()).isEmpty();
    }

    @Test
    void keepsAnAttemptForTheOneWhoOrderedIt() {
        // Given
        ring(CUSTOMER).statusCode(202);

        // When
        var taken = SignIn.at("1042", Role.OPERATOR)
                .body(Map.of("attemptId", attempt, "number", CUSTOMER))
                .post("/api/v1/outbound")
                .then()
                .statusCode(409);

        // Then
        assertThat(taken.extract().jsonPath().getString("code")).isEqualTo("telephony.attempt-taken");
        assertThat(originates()).hasSize(1);
    }

    private ValidatableResponse ring(String number) {
        return SignIn.at("1041", Role.OPERATOR)
                .body(Map.of("attemptId", attempt, "number", number))
                .post("/api/v1/outbound")
                .then();
    }

    private List<Map<String, String>> originates() {
        return manager.actions().stream()
                .filter(action -> "Originate".equalsIgnoreCase(action.get("action")))
                .toList();
    }
}
