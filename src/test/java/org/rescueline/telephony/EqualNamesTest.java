package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.telephony.internal.ami.Switchboard;
import org.rescueline.telephony.manager.CapturedCase;
import org.rescueline.telephony.manager.ScriptedManager;
import org.rescueline.testkit.SignIn;

/** Two switches that give everything the same names: they were set up alike, and began to count in the same second. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class EqualNamesTest {

    private static final CapturedCase ANSWERED =
            new CapturedCase("answered-400").begun(30, Instant.now().getEpochSecond());

    @Inject
    TelephonyService telephony;

    @Inject
    Switchboard board;

    private final String north = "n-" + UUID.randomUUID();
    private final String south = "s-" + UUID.randomUUID();
    private ScriptedManager northern;
    private ScriptedManager southern;

    @BeforeEach
    void attach() throws IOException {
        northern = new ScriptedManager();
        southern = new ScriptedManager();
        telephony.attach(northern.address(north));
        board.attachBeside(southern.address(south));
        await().atMost(Ledgers.PATIENCE)
                .until(() -> telephony.state().connected()
                        && telephony.state().switches().size() == 2);
    }

    @AfterEach
    void close() throws IOException {
        northern.close();
        southern.close();
    }

    @Test
    void keepsCallsOfTheSameNameApart() {
        // When
        ANSWERED.events().forEach(event -> {
            northern.tell(event);
            southern.tell(event);
        });

        // Then
        var inNorth = awaitOne(north, CallState.ENDED);
        var inSouth = awaitOne(south, CallState.ENDED);
        assertThat(inNorth.linkedid()).isEqualTo(inSouth.linkedid());
        assertThat(inNorth.id()).isNotEqualTo(inSouth.id());
        assertThat(inNorth.legs()).hasSameSizeAs(inSouth.legs());
        assertThat(inNorth.talkSeconds()).isEqualTo(inSouth.talkSeconds());
    }

    @Test
    void letsOneOfThemGoOnWhenTheOtherHasEnded() {
        // Given
        talking().forEach(northern::tell);
        talking().forEach(southern::tell);
        awaitOne(north, CallState.ANSWERED);
        awaitOne(south, CallState.ANSWERED);

        // When
        ANSWERED.events().forEach(southern::tell);

        // Then
        awaitOne(south, CallState.ENDED);
        assertThat(awaitOne(north, CallState.ANSWERED).endedAt()).isNull();
    }

    @Test
    void movesTheCallThatIsMeantThoughItsChannelHasANamesake() {
        // Given
        talking().forEach(northern::tell);
        talking().forEach(southern::tell);
        awaitOne(north, CallState.ANSWERED);
        var call = awaitOne(south, CallState.ANSWERED);

        // When
        var answer = SignIn.at("1001", Role.OPERATOR)
                .body(Map.of("target", "1002"))
                .post("/api/v1/calls/" + call.id() + "/transfer");

        // Then
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(actionsOf(southern)).contains("Redirect");
        assertThat(actionsOf(northern)).doesNotContain("Redirect", "Setvar", "Hangup");
    }

    private static List<String> talking() {
        return ANSWERED.events().stream()
                .takeWhile(event -> !event.startsWith("Event: Hangup"))
                .toList();
    }

    private static List<String> actionsOf(ScriptedManager manager) {
        return manager.actions().stream().map(action -> action.get("action")).toList();
    }

    private CallView awaitOne(String pbx, CallState state) {
        return Ledgers.awaitOne(telephony, pbx, state);
    }
}
