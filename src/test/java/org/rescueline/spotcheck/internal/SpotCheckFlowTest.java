package org.rescueline.spotcheck.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FailureKind;
import org.rescueline.shared.Ids;
import org.rescueline.shared.PageRequest;
import org.rescueline.spotcheck.SpotCheckChanged;
import org.rescueline.spotcheck.SpotCheckFilter;
import org.rescueline.spotcheck.SpotCheckService;
import org.rescueline.spotcheck.SpotCheckState;
import org.rescueline.spotcheck.SpotCheckView;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.station.StationView;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.DialResult;
import org.rescueline.telephony.DialTrace;
import org.rescueline.testkit.FakeNeighbours;
import org.rescueline.testkit.FakeStations;
import org.rescueline.testkit.FakeTelephony;
import org.rescueline.testkit.HeardFacts;
import org.rescueline.testkit.Reactively;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.StationsOfTests;

/** Path D on a real database: one check, its verdict, and what a crash leaves behind. */
@QuarkusTest
@TestProfile(FakeNeighbours.class)
class SpotCheckFlowTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    SpotCheckService spotChecks;

    @Inject
    SpotCheckFlow flow;

    @Inject
    SpotCheckStore store;

    @Inject
    SweepsSpotChecks sweeps;

    @Inject
    FakeTelephony telephony;

    @Inject
    FakeStations stations;

    @Inject
    Pool pool;

    private StationView station;

    @BeforeEach
    void start() {
        telephony.reset();
        station = StationsOfTests.station();
        stations.know(station);
    }

    @Test
    void ringsTheDutyPhoneWithoutAnOperator() {
        // When
        var check = check(supervisor());

        // Then
        assertThat(check.state()).isEqualTo(SpotCheckState.DIALLING);
        assertThat(telephony.orders()).singleElement().satisfies(order -> {
            assertThat(order.purpose()).isEqualTo(DialPurpose.SPOT_CHECK);
            assertThat(order.operatorExtension()).isNull();
            assertThat(order.number().e164())
                    .isEqualTo(station.dutyPhones().get(0).number());
        });
    }

    @Test
    void putsTheVerdictOnTheStationsRecordInTheSameTransaction() {
        // Given
        var check = check(supervisor());

        // When
        var judged = end(check, outcome(DialResult.ANSWERED, 3.2));

        // Then
        assertThat(judged.verdict()).isEqualTo(DutyPhoneVerdict.ANSWERED_IN_TIME);
        assertThat(judged.ringSeconds()).isEqualTo(3.2);
        assertThat(judged.counts()).isTrue();
        assertThat(stations.checksOf(phoneId())).singleElement().satisfies(kept -> {
            assertThat(kept.spotCheckId()).isEqualTo(check.id());
            assertThat(kept.verdict()).isEqualTo(DutyPhoneVerdict.ANSWERED_IN_TIME);
        });
    }

    @Test
    void neverBlamesTheStationForOurOwnLine() {
        // Given
        var check = check(supervisor());

        // When
        var judged = end(check, outcome(DialResult.LINE_FAILED, null));

        // Then
        assertThat(judged.verdict()).isEqualTo(DutyPhoneVerdict.OUR_LINE_FAILED);
        assertThat(judged.counts()).isFalse();
        assertThat(stations.checksOf(phoneId())).isEmpty();
    }

    @Test
    void judgesOnceHoweverOftenTheOutcomeIsTold() {
        // Given
        var check = check(supervisor());
        end(check, outcome(DialResult.NO_ANSWER, 40.0));
        var again = new DialEnded(attemptOf(check), DialPurpose.SPOT_CHECK, outcome(DialResult.ANSWERED, 2.0));

        // When
        Reactively.get(() -> flow.ended(again));

        // Then
        assertThat(get(check).verdict()).isEqualTo(DutyPhoneVerdict.NO_ANSWER);
        assertThat(stations.checksOf(phoneId())).hasSize(1);
    }

    @Test
    void leavesTheLinesToCallersWhoWait() {
        // Given
        telephony.letWait(2);

        // When, Then
        assertThatThrownBy(() -> check(supervisor()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("spotcheck.calls-waiting"));
        assertThat(telephony.orders()).isEmpty();
    }

    @Test
    void ringsAPhoneOnceWhenManySupervisorsAskAtOneMoment() {
        // When
        var started = IntStream.range(0, 20)
                .parallel()
                .filter(i -> {
                    try {
                        check(supervisor());
                        return true;
                    } catch (Failure running) {
                        assertThat(running.code()).isEqualTo("spotcheck.running");
                        return false;
                    }
                })
                .count();

        // Then
        assertThat(started).isEqualTo(1);
        assertThat(telephony.orders()).hasSize(1);
    }

    @Test
    void checksAPhoneAgainOnceTheFirstCheckIsOver() {
        // Given
        end(check(supervisor()), outcome(DialResult.BUSY, null));

        // When
        check(supervisor());

        // Then
        assertThat(telephony.orders()).hasSize(2);
    }

    @Test
    void tellsNobodyOfACheckThatIsNotDialledYet() {
        // Given
        var heard = HeardFacts.of(SpotCheckChanged.class);
        var requester = supervisor();
        telephony.whenOrdered(order -> Uni.createFrom().failure(Failure.upstream("telephony.timeout", Map.of(), null)));
        assertThatThrownBy(() -> check(requester)).isInstanceOf(Failure.class);

        // When
        var own = listOf(requester);
        var others = listOf(supervisor());

        // Then
        assertThat(own).singleElement().extracting(SpotCheckView::state).isEqualTo(SpotCheckState.CLAIMED);
        assertThat(others).isEmpty();
        assertThat(heard.that(news -> news.spotCheck().station().id().equals(station.id())))
                .isEmpty();
        assertThatThrownBy(() ->
                        Reactively.get(() -> spotChecks.getSpotCheck(own.get(0).id(), supervisor())))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND));
    }

    @Test
    void endsWithoutCountingAfterACrashBetweenRecordAndDial() {
        // Given
        var check = recordOnly();

        // When
        Reactively.get(sweeps::sweep);

        // Then
        assertThat(find(check.id).verdict).isEqualTo(DutyPhoneVerdict.OUR_LINE_FAILED);
        assertThat(telephony.orders()).isEmpty();
        assertThat(stations.checksOf(phoneId())).isEmpty();
    }

    @Test
    void ringsNothingTwiceAfterACrashBetweenDialAndNote() {
        // Given
        var check = recordOnly();
        telephony.know(DialTrace.of(check.attemptId, DialTrace.Kind.IN_PROGRESS));

        // When
        Reactively.get(sweeps::sweep);
        telephony.know(DialTrace.ended(check.attemptId, outcome(DialResult.ANSWERED, 17.5)));
        Reactively.get(sweeps::sweep);

        // Then
        assertThat(find(check.id).verdict).isEqualTo(DutyPhoneVerdict.ANSWERED_LATE);
        assertThat(telephony.orders()).isEmpty();
        assertThat(stations.checksOf(phoneId())).hasSize(1);
    }

    @Test
    void waitsWhileTheSwitchCannotBeAsked() {
        // Given
        var check = recordOnly();
        telephony.know(DialTrace.of(check.attemptId, DialTrace.Kind.UNKNOWN));

        // When
        Reactively.get(sweeps::sweep);

        // Then
        assertThat(find(check.id).state).isEqualTo(SpotCheckState.CLAIMED);
    }

    @Test
    void answersOverHttpForSupervisorsAlone() {
        // Given
        var body = Map.of("stationId", station.id(), "dutyPhoneId", phoneId());

        // When
        var made = SignIn.as(Role.SUPERVISOR).body(body).post("/api/v1/spot-checks");
        var refused = SignIn.as(Role.OPERATOR).body(body).post("/api/v1/spot-checks");
        var unknown = SignIn.as(Role.SUPERVISOR)
                .header("Accept-Language", "en")
                .body(Map.of("stationId", station.id(), "dutyPhoneId", Ids.next()))
                .post("/api/v1/spot-checks");

        // Then
        assertThat(made.statusCode()).isEqualTo(202);
        assertThat(made.jsonPath().getString("station.code")).isEqualTo(station.code());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.jsonPath().getString("fields[0].field")).isEqualTo("dutyPhoneId");
    }

    @Test
    void findsChecksByPartOfTheNameOrCodeOfTheirStationOrOfTheNumber() {
        // Given
        var check = check(supervisor());
        var number = check.dutyPhone().number();

        // When
        var byName = withWords(station.name().substring(1));
        var byCode = withWords(station.code().toLowerCase(Locale.ROOT));
        var byNumber = withWords(number.substring(number.length() - 4));
        var byNothing = withWords("%");

        // Then
        assertThat(List.of(byName, byCode, byNumber))
                .allSatisfy(
                        found -> assertThat(found).extracting(SpotCheckView::id).containsExactly(check.id()));
        assertThat(byNothing).isEmpty();
    }

    @Test
    void keepsTheThreeRingMarkThatWasInForce() {
        // When
        var check = check(supervisor());

        // Then
        assertThat(check.answerWithinSeconds()).isEqualTo(15.0);
    }

    private List<SpotCheckView> withWords(String words) {
        return listOf(new SpotCheckFilter(station.id(), words, Set.of(), Set.of()), supervisor());
    }

    private SpotCheckView check(Viewer supervisor) {
        return Reactively.get(() -> spotChecks.check(station.id(), phoneId(), supervisor));
    }

    private SpotCheckView end(SpotCheckView check, DialOutcome outcome) {
        Reactively.tell(new DialEnded(attemptOf(check), DialPurpose.SPOT_CHECK, outcome));
        await().atMost(SOON).until(() -> get(check).state() == SpotCheckState.DONE);
        return get(check);
    }

    private SpotCheckView get(SpotCheckView check) {
        return Reactively.get(() -> spotChecks.getSpotCheck(check.id(), supervisor()));
    }

    private List<SpotCheckView> listOf(Viewer viewer) {
        return listOf(new SpotCheckFilter(station.id(), null, Set.of(), Set.of()), viewer);
    }

    private List<SpotCheckView> listOf(SpotCheckFilter filter, Viewer viewer) {
        return Reactively.get(() -> spotChecks.listSpotChecks(filter, PageRequest.first(50), viewer))
                .items();
    }

    /** The row committed an hour ago and the process gone before the order. */
    private SpotCheckEntity recordOnly() {
        var phone = station.dutyPhones().get(0);
        var check = SpotCheckEntity.requested(
                StationsOfTests.summaryOf(station),
                phone,
                supervisor(),
                Duration.ofSeconds(15),
                Instant.now().minusSeconds(3600));
        Reactively.inTransaction(() -> store.persist(check));
        return check;
    }

    private SpotCheckEntity find(UUID id) {
        return Reactively.inTransaction(() -> store.find(id)).orElseThrow();
    }

    private UUID attemptOf(SpotCheckView check) {
        return pool.preparedQuery("select attempt_id from spot_check where id = $1")
                .execute(Tuple.of(check.id()))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getUUID("attempt_id");
    }

    private UUID phoneId() {
        return station.dutyPhones().get(0).id();
    }

    private static Viewer supervisor() {
        return new Viewer(Ids.next(), "演示值班长", Set.of(Role.SUPERVISOR), Optional.empty());
    }

    private static DialOutcome outcome(DialResult result, @Nullable Double ringSeconds) {
        var now = Instant.now();
        return new DialOutcome(
                result, ringSeconds, 0, 16, now.minusSeconds(45), now.minusSeconds(44), null, now, Ids.next());
    }
}
