package org.rescueline.rescue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.rescue.Cases;
import org.rescueline.security.Role;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class PromiseResourceTest {

    private static final String PROMISES = "/api/v1/rescues/promises";

    @Inject
    Cases cases;

    private List<Map<String, Object>> rules;

    @BeforeEach
    void remember() {
        rules = get().path("rules");
    }

    @AfterEach
    void restore() {
        put(etag(), rules).then().statusCode(200);
    }

    @Test
    void beginsWithDefaultsForEveryPromise() {
        get().then()
                .statusCode(200)
                .body("rules", hasSize(22))
                .body(
                        "rules.kind",
                        hasItems(
                                "ASSIGN",
                                "RESPOND",
                                "DEPART",
                                "ARRIVE",
                                "INSPECT",
                                "START_REPAIR",
                                "REPAIR",
                                "PARTS",
                                "RETURN",
                                "FOLLOW_UP",
                                "CLOSE"));
    }

    @Test
    void promisesWhatAnAdministratorWrote() {
        // Given
        var changed = new ArrayList<Map<String, Object>>();
        changed.add(Map.of("kind", "ASSIGN", "priority", "P2", "minutes", 77));
        changed.addAll(rules);

        // When
        var answer = put(etag(), changed);
        var desk = new RescueDesk();
        var job = desk.request(cases.open(30, 100));

        // Then
        answer.then().statusCode(200).body("rules", hasSize(23)).body("rules[0].minutes", equalTo(77));
        desk.get(job).then().body("promise.minutes", equalTo(77));
    }

    @Test
    void showsTheNewerTableToWhoeverEditedAnOlderOne() {
        // Given
        var old = etag();
        put(old, rules).then().statusCode(200);

        // When
        var late = put(old, rules.subList(0, 1));

        // Then
        late.then().statusCode(412).body("current.rules", hasSize(22));
    }

    @Test
    void namesWhatIsWrongWithARow() {
        put(etag(), List.of(Map.of("kind", "ARRIVE", "upToKm", -5, "fromHour", 3, "minutes", 0)))
                .then()
                .statusCode(400)
                .body("fields.field", hasItems("rules[0].upToKm", "rules[0].toHour", "rules[0].minutes"));
        put(etag(), List.of(Map.of("minutes", 5)))
                .then()
                .statusCode(400)
                .body("fields.field", hasItem("rules[0].kind"));
    }

    @Test
    void letsEveryoneReadAndOnlyAdministratorsWrite() {
        SignIn.as(Role.OPERATOR).get(PROMISES).then().statusCode(200);
        SignIn.as(Role.SUPERVISOR, Role.DISPATCHER, Role.OPERATOR)
                .header("If-Match", etag())
                .body(Map.of("rules", rules))
                .put(PROMISES)
                .then()
                .statusCode(403);
        assertThat(SignIn.as(Role.ADMIN)
                        .body(Map.of("rules", rules))
                        .put(PROMISES)
                        .statusCode())
                .isEqualTo(428);
    }

    private static Response get() {
        return SignIn.as(Role.ADMIN).get(PROMISES);
    }

    private static String etag() {
        return get().header("ETag");
    }

    private static Response put(String ifMatch, List<Map<String, Object>> rules) {
        return SignIn.as(Role.ADMIN)
                .header("If-Match", ifMatch)
                .body(Map.of("rules", rules))
                .put(PROMISES);
    }
}
