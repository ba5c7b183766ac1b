package org.rescueline.station.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.rescueline.station.web.Forms.station;
import static org.rescueline.station.web.Forms.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rescueline.geo.Datums;
import org.rescueline.geo.WgsPoint;
import org.rescueline.security.Role;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Ids;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.station.DutyPhoneCheck;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.station.StationChanged;
import org.rescueline.station.StationService;
import org.rescueline.testkit.SignIn;

/** Each test has a part of the earth to itself, so that the stations of the others are far away. */
@QuarkusTest
class NearestStationsTest {

    private static final String STATIONS = "/api/v1/stations";
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Inject
    StationService stations;

    @Inject
    ReactiveBridge bridge;

    @Inject
    Facts facts;

    @Inject
    Pool pool;

    @Test
    void ranksAStationTheMomentItIsEntered() {
        // Given
        var far = enter(station(46.0, 86.5));
        var near = enter(station(46.0, 86.2));

        // When
        var ranking = nearest(46.0, 86.0, Map.of("need", "ENGINE_WEICHAI,CHASSIS", "limit", "2"));

        // Then
        ranking.then()
                .statusCode(200)
                .body("etaMethod", equalTo("STRAIGHT_LINE_ESTIMATE"))
                .body("candidates.station.id", equalTo(List.of(near, far)))
                .body("candidates.rank", equalTo(List.of(1, 2)))
                .body("candidates[0].station.dutyPhone", equalTo("+869135550123"))
                .body("candidates[0].reasons.code", hasItems("NEAREST", "HAS_CAPABILITY", "VAN_FREE"))
                .body("candidates[1].reasons.code", not(hasItem("NEAREST")));
        assertThat(ranking.jsonPath().getDouble("candidates[0].distanceMeters")).isBetween(15_000.0, 16_000.0);
    }

    @Test
    void showsWhyANearStationIsOutAfterAnEdit() {
        // Given
        var able = enter(station(45.0, -120.0));
        var suspended = enter(station(45.0, -120.3));
        SignIn.as(Role.ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("status", "SUSPENDED"))
                .patch(STATIONS + "/" + suspended)
                .then()
                .statusCode(200);

        // When
        var ranking = nearest(45.0, -120.31, Map.of("limit", "1"));

        // Then
        ranking.then()
                .body("candidates.station.id", equalTo(List.of(able)))
                .body("excluded.station.id", equalTo(List.of(suspended)))
                .body("excluded[0].reasons[0].code", equalTo("NOT_ACTIVE"))
                .body("excluded[0].reasons[0].sign", equalTo("AGAINST"))
                .body("excluded[0].reasons[0].arguments.status", equalTo("SUSPENDED"));
    }

    @Test
    void understandsThePlaceInTheDatumOfThePhone() {
        // Given
        var truck = new WgsPoint(31.20, 121.40);
        var shown = Datums.toGcj02(truck);
        enter(station(truck.latitude(), truck.longitude()));

        // When
        var inGcj = nearest(shown.latitude(), shown.longitude(), Map.of("datum", "GCJ02", "limit", "1"));
        var mistaken = nearest(shown.latitude(), shown.longitude(), Map.of("limit", "1"));

        // Then
        assertThat(inGcj.jsonPath().getDouble("candidates[0].distanceMeters")).isLessThan(1);
        assertThat(mistaken.jsonPath().getDouble("candidates[0].distanceMeters"))
                .isBetween(300.0, 700.0);
    }

    @Test
    void namesEveryParameterThatIsWrong() {
        nearest(91, 0, Map.of("longitude", "east", "datum", "NAD27", "need", "MAGIC", "limit", "0"))
                .then()
                .statusCode(400)
                .body("fields.field", hasItems("latitude", "longitude", "datum", "need", "limit"));
        SignIn.as(Role.OPERATOR)
                .get(STATIONS + "/nearest")
                .then()
                .statusCode(400)
                .body("fields.field", hasItems("latitude", "longitude"));
    }

    @Test
    void remembersTheLastCheckOfADutyPhone() {
        // Given
        var id = enter(station(-33.0, 150.0));
        var phone = phoneOf(id);
        var lately = Instant.parse("2026-01-14T02:00:00Z");
        check(phone, lately, DutyPhoneVerdict.NO_ANSWER, null);

        // When
        var missed = nearest(-33.0, 150.0, Map.of("limit", "1"));
        check(phone, lately.plusSeconds(60), DutyPhoneVerdict.ANSWERED_IN_TIME, 6.2);
        check(phone, lately.plusSeconds(120), DutyPhoneVerdict.OUR_LINE_FAILED, null);
        check(phone, lately.minusSeconds(60), DutyPhoneVerdict.BUSY, null);
        var answered = nearest(-33.0, 150.0, Map.of("limit", "1"));

        // Then
        missed.then().body("candidates[0].reasons.code", hasItem("MISSED_LAST_CHECK"));
        answered.then()
                .body("candidates[0].reasons.code", hasItem("ANSWERED_LAST_CHECK"))
                .body(
                        "candidates[0].reasons.find { it.code == 'ANSWERED_LAST_CHECK' }.arguments.ringSeconds",
                        equalTo(6.2f));
    }

    @Test
    void tellsTheRoomsAboveThatAStationChanged() {
        // Given
        var heard = new CompletableFuture<StationChanged>();
        var form = station(10.0, -60.0);
        facts.on(StationChanged.class, "test-" + Ids.next(), fact -> {
            if (fact.station().code().equals(form.get("code"))) {
                heard.complete(fact);
            }
            return Uni.createFrom().voidItem();
        });

        // When
        var id = enter(form);

        // Then
        assertThat(heard)
                .succeedsWithin(DEADLINE)
                .satisfies(fact -> assertThat(fact.station().id()).isEqualTo(UUID.fromString(id)));
    }

    @Test
    void noticesWhatAnotherNodeWroteIntoTheRegister() {
        // Given
        var id = enter(station(-10.0, 20.0));
        pool.preparedQuery("update station set status = 'REVOKED', version = version + 1 where id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .chain(() -> pool.query("update station_register set revision = revision + 1")
                        .execute())
                .await()
                .atMost(DEADLINE);

        // When, Then
        await().atMost(DEADLINE.plus(DEADLINE))
                .untilAsserted(() ->
                        nearest(-10.0, 20.0, Map.of("limit", "1")).then().body("excluded.station.id", hasItem(id)));
    }

    @Test
    void rankingIsOpenToEveryRoleOfThePeople() {
        for (var role : List.of(Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN)) {
            SignIn.as(role)
                    .queryParam("latitude", 0)
                    .queryParam("longitude", 0)
                    .get(STATIONS + "/nearest")
                    .then()
                    .statusCode(200);
        }
    }

    private static String enter(Map<String, Object> form) {
        return SignIn.as(Role.ADMIN)
                .body(with(form, "technicians", 3))
                .post(STATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response nearest(double latitude, double longitude, Map<String, String> parameters) {
        var all = new HashMap<String, String>();
        all.put("latitude", Double.toString(latitude));
        all.put("longitude", Double.toString(longitude));
        all.putAll(parameters);
        return SignIn.as(Role.OPERATOR).queryParams(all).get(STATIONS + "/nearest");
    }

    private UUID phoneOf(String stationId) {
        return UUID.fromString(SignIn.as(Role.OPERATOR)
                .get(STATIONS + "/" + stationId)
                .jsonPath()
                .getString("dutyPhones[0].id"));
    }

    private void check(UUID phone, Instant at, DutyPhoneVerdict verdict, Double ringSeconds) {
        bridge.run(
                        "test-check",
                        DEADLINE,
                        () -> stations.recordDutyPhoneCheck(
                                phone, new DutyPhoneCheck(Ids.next(), at, verdict, ringSeconds)))
                .toCompletableFuture()
                .orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
