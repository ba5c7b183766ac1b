package org.rescueline.rescue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rescueline.rescue.Cases;
import org.rescueline.security.Role;
import org.rescueline.telephony.RoutingAdvice;
import org.rescueline.telephony.RoutingQuestion;
import org.rescueline.testkit.Calls;
import org.rescueline.testkit.Reactively;
import org.rescueline.testkit.SignIn;

/** Who is sent to the operator of the own case, and who waits like everybody. */
@QuarkusTest
class AdvisesRoutingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    AdvisesRouting advisor;

    @Inject
    Cases cases;

    @Inject
    Pool pool;

    private final String number = Calls.freshNumber();

    @Test
    void sendsACallerWhoseTruckIsBeingRescuedToTheOperatorOfTheCase() {
        // Given
        var operator = SignIn.user("1001", Role.OPERATOR);
        var event = caseOf(number, operator.id().toString());
        rescue(event);

        // When
        var advice = ask(number);

        // Then
        assertThat(advice).isEqualTo(new RoutingAdvice(AdvisesRouting.HEAD_OF_QUEUE, "1001"));
    }

    @Test
    void sendsThemToTheHeadOfTheQueueWhenNobodyHasTheCase() {
        // Given
        rescue(caseOf(number, null));

        // When
        var advice = ask(number);

        // Then
        assertThat(advice).isEqualTo(new RoutingAdvice(AdvisesRouting.HEAD_OF_QUEUE, null));
    }

    @Test
    void letsACallerWithoutARescueWaitLikeEverybody() {
        // Given
        caseOf(number, null);

        // When
        var withCase = ask(number);
        var stranger = ask(Calls.freshNumber());
        var withheld = ask(null);

        // Then
        assertThat(withCase).isEqualTo(RoutingAdvice.NONE);
        assertThat(stranger).isEqualTo(RoutingAdvice.NONE);
        assertThat(withheld).isEqualTo(RoutingAdvice.NONE);
    }

    private RoutingAdvice ask(String caller) {
        return Reactively.get(() -> advisor.advise(new RoutingQuestion("hotline-1.1", caller, "4008809818")));
    }

    private UUID caseOf(String caller, String owner) {
        var event = cases.open(34.5, 109.7);
        pool.preparedQuery("update event set caller_number = $2, owner_id = $3 where id = $1")
                .execute(Tuple.of(event, caller, owner))
                .await()
                .atMost(SOON);
        return event;
    }

    private static void rescue(UUID event) {
        SignIn.as(Role.DISPATCHER)
                .contentType(ContentType.JSON)
                .body(Map.of("eventId", event))
                .post("/api/v1/rescues")
                .then()
                .statusCode(201);
    }
}
