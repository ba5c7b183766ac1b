package org.rescueline.telephony.internal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.TelephonyProfile;
import org.rescueline.testkit.SignIn;

/** Who holds a desk, until when, and what its phone signs on with. */
@QuarkusTest
@TestProfile(TelephonyProfile.class)
class DeskTest {

    private static final String EXTENSION = "1051";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DeskStore store;

    @Inject
    DeskFlow desks;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    private final UUID page = UUID.randomUUID();
    private RequestSpecification operator;

    @BeforeEach
    void signIn() {
        operator = SignIn.at(EXTENSION, Role.OPERATOR);
    }

    @AfterEach
    void leave() {
        operator.delete("/api/v1/desk");
    }

    @Test
    void holdsTheDeskForOnePageUntilAnotherTakesItBack() {
        // Given
        assertThat(code(claim(page, false))).isNull();
        var other = UUID.randomUUID();
        assertThat(code(claim(other, false))).isEqualTo("telephony.desk-elsewhere");

        // When
        var taken = claim(other, true);

        // Then
        assertThat(taken.getString("desk.pageId")).isEqualTo(other.toString());
        assertThat(code(beat(page))).isEqualTo("telephony.desk-elsewhere");
        assertThat(code(beat(other))).isNull();
    }

    @Test
    void takesASilentPagesDeskForStaleAndGivesItBackOnOneClick() {
        // Given
        claim(page, false);
        var silentSince = clock.instant().plus(Duration.ofSeconds(1));

        // When: the page is not heard of for as long as the rule says
        var stale = wait(store.markStale(silentSince, clock.instant()));

        // Then: it is told of once, and the page must take the desk back
        assertThat(stale).extracting(desk -> desk.extension()).contains(EXTENSION);
        assertThat(wait(store.markStale(silentSince, clock.instant()))).isEmpty();
        assertThat(code(beat(page))).isEqualTo("telephony.desk-stale");
        assertThat(code(claim(page, false))).isEqualTo("telephony.desk-stale");
        assertThat(claim(page, true).getString("desk.staleAt")).isNull();
        assertThat(log()).containsSubsequence("CLAIMED", "WENT_STALE", "RECLAIMED");
    }

    @Test
    void keepsAPageThatIsHeardOf() {
        // Given
        claim(page, false);

        // When
        var stale = wait(store.markStale(clock.instant().minus(Duration.ofSeconds(45)), clock.instant()));

        // Then
        assertThat(stale).isEmpty();
        assertThat(code(beat(page))).isNull();
    }

    @Test
    void letsOneOfManyPagesHaveAFreeDesk() {
        // Given
        var user = SignIn.user(EXTENSION, Role.OPERATOR);

        // When
        var outcomes = wait(Uni.join()
                .all(IntStream.range(0, 10)
                        .mapToObj(each -> store.claim(
                                new Desk.Holder(EXTENSION, user.id(), "Tester", "session", UUID.randomUUID()),
                                DeskPhone.DESK,
                                false,
                                clock.instant()))
                        .toList())
                .andFailFast());

        // Then
        assertThat(outcomes.stream().flatMap(desk -> desk.stream())).hasSize(1);
    }

    @Test
    void keepsEveryPauseWithItsReasonAndItsInstants() {
        // Given
        claim(page, false);

        // When
        operator.body(Map.of("reason", "MEAL"))
                .post("/api/v1/desk/pause")
                .then()
                .statusCode(200);
        operator.body(Map.of("reason", "TRAINING"))
                .post("/api/v1/desk/pause")
                .then()
                .statusCode(200);
        operator.body("{}").post("/api/v1/desk/resume").then().statusCode(200);

        // Then
        var pauses = rows("select reason, ended_at is not null and ended_at >= began_at as over from operator_pause"
                + " where extension = $1 order by began_at desc limit 2");
        assertThat(pauses).extracting(row -> row.getString("reason")).containsExactly("TRAINING", "MEAL");
        assertThat(pauses).allMatch(row -> row.getBoolean("over"));
    }

    @Test
    void holdsASupervisorsPauseAgainstTheOperatorUntilASupervisorEndsIt() {
        // Given
        claim(page, false);
        var supervisor = new Actor(ActorKind.USER, UUID.randomUUID().toString(), "Tester chief");

        // When
        wait(desks.forcePause(EXTENSION, "training", supervisor));
        var resumed = operator.body("{}").post("/api/v1/desk/resume").jsonPath();
        var other = operator.body(Map.of("reason", "MEAL"))
                .post("/api/v1/desk/pause")
                .jsonPath();
        operator.delete("/api/v1/desk");
        var back = claim(page, false);
        var ended = wait(desks.endForcedPause(EXTENSION, supervisor));

        // Then
        assertThat(code(resumed)).isEqualTo("telephony.pause-forced");
        assertThat(resumed.getString("detail")).contains("training").contains("Tester chief");
        assertThat(code(other)).isEqualTo("telephony.pause-forced");
        assertThat(back.getString("desk.state")).isEqualTo("PAUSED");
        assertThat(back.getString("desk.forced.note")).isEqualTo("training");
        assertThat(ended.takesCalls()).isTrue();
        assertThat(ended.forced()).isNull();
    }

    @Test
    void refusesASupervisorsReasonFromTheOperator() {
        // Given
        claim(page, false);

        // When
        var answer = operator.body(Map.of("reason", "SUPERVISOR"))
                .post("/api/v1/desk/pause")
                .jsonPath();

        // Then
        assertThat(code(answer)).isEqualTo("telephony.pause-not-own");
    }

    @Test
    void beginsOneWrapUpForTheEndOfOneLegAndEndsItByTheClock() {
        // Given
        claim(page, false);
        var now = Instant.ofEpochMilli(clock.millis()).plusMillis(5);
        var leg = "leg-" + page;

        // When
        var begun = wait(store.beginWrapUp(EXTENSION, leg, now.plusSeconds(30), now));
        var early = wait(store.endWrapUps(now.plusSeconds(29)));
        var ended = wait(store.endWrapUps(now.plusSeconds(30)));
        var again = wait(store.beginWrapUp(EXTENSION, leg, now.plusSeconds(90), now.plusSeconds(60)));

        // Then
        assertThat(begun)
                .hasValueSatisfying(desk -> assertThat(desk.takesCalls()).isFalse());
        assertThat(early).isEmpty();
        assertThat(ended).singleElement().satisfies(desk -> assertThat(desk.takesCalls())
                .isTrue());
        assertThat(again).isEmpty();
    }

    @Test
    void handsOutASecretThatTheSwitchCanCheckAndNobodyCanRead() {
        // Given
        claim(page, false);

        // When
        var first = signOn(page);
        var second = signOn(page);

        // Then: the second voids the first, and only hashes are kept
        assertThat(first.getString("secret")).hasSize(64).isNotEqualTo(second.getString("secret"));
        assertThat(first.getString("uri")).isEqualTo("sip:1051-web@127.0.0.1");
        assertThat(seenBySwitch()).containsExactly(PhoneCredentials.ha1("1051-web", second.getString("secret")));
        assertThat(code(signOn(UUID.randomUUID()))).isEqualTo("telephony.desk-lost");
    }

    @Test
    void letsACredentialDieWithItsDeskItsSessionAndItsTime() {
        // Given, when, then: its time
        claim(page, false);
        signOn(page);
        wait(pool.preparedQuery(
                        "update phone_credential set expires_at = now() - interval '1 second' where extension = $1")
                .execute(Tuple.of(EXTENSION)));
        assertThat(seenBySwitch()).isEmpty();

        // And its desk
        signOn(page);
        assertThat(seenBySwitch()).hasSize(1);
        SignIn.as(Role.SUPERVISOR)
                .body(Map.of("reason", "does not answer"))
                .post("/api/v1/desk/1051/take-away")
                .then()
                .statusCode(200);
        assertThat(seenBySwitch()).isEmpty();
        assertThat(log()).endsWith("TAKEN_OVER");
        assertThat(SignIn.as(Role.ADMIN)
                        .get("/api/v1/security/audit?kind=DESK_TAKEN_AWAY")
                        .jsonPath()
                        .getList("items.subject"))
                .contains("1051: does not answer");

        // And its session
        claim(page, false);
        signOn(page);
        assertThat(seenBySwitch()).hasSize(1);
        operator.delete("/api/v1/session");
        assertThat(seenBySwitch()).isEmpty();
    }

    private JsonPath claim(UUID by, boolean takesBack) {
        return operator.body(Map.of("page", by, "phone", "BROWSER", "takeBack", takesBack))
                .put("/api/v1/desk")
                .jsonPath();
    }

    private JsonPath beat(UUID by) {
        return operator.body(Map.of("page", by)).post("/api/v1/desk/heartbeat").jsonPath();
    }

    private JsonPath signOn(UUID by) {
        return operator.body(Map.of("page", by)).post("/api/v1/desk/sign-on").jsonPath();
    }

    private static String code(JsonPath answer) {
        return answer.getString("code");
    }

    private List<String> seenBySwitch() {
        return rows("select md5_cred from phone_sign_on where id = $1 || '-web'").stream()
                .map(row -> row.getString("md5_cred"))
                .toList();
    }

    private List<String> log() {
        return rows("select kind from operator_desk_log where extension = $1 order by at, id").stream()
                .map(row -> row.getString("kind"))
                .toList();
    }

    private List<Row> rows(String query) {
        var rows = wait(pool.preparedQuery(query).execute(Tuple.of(EXTENSION)));
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
