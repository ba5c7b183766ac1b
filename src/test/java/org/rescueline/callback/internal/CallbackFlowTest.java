package org.rescueline.callback.internal;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rescueline.callback.CallbackFilter;
import org.rescueline.callback.CallbackReason;
import org.rescueline.callback.CallbackService;
import org.rescueline.callback.CallbackState;
import org.rescueline.callback.CallbackVerdict;
import org.rescueline.callback.CallbackView;
import org.rescueline.callback.NewCallback;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FailureKind;
import org.rescueline.shared.Ids;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallAbandoned;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.DialResult;
import org.rescueline.telephony.DialTrace;
import org.rescueline.testkit.Calls;
import org.rescueline.testkit.FakeNeighbours;
import org.rescueline.testkit.FakeTelephony;
import org.rescueline.testkit.Reactively;
import org.rescueline.testkit.SignIn;

/** Path C on a real database: who is owed a call, who dials it, and what a crash leaves behind. */
@QuarkusTest
@TestProfile(FakeNeighbours.class)
class CallbackFlowTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    CallbackService callbacks;

    @Inject
    CallbackFlow flow;

    @Inject
    ClaimsCallback claims;

    @Inject
    SweepsAttempts sweeps;

    @Inject
    FakeTelephony telephony;

    @Inject
    Pool pool;

    @BeforeEach
    void start() {
        telephony.reset();
    }

    // ---- who is owed a call ----

    @Test
    void owesACallToACallerWhoGaveUp() {
        // Given
        var number = Calls.freshNumber();
        var call = Calls.from(number);

        // When
        Reactively.tell(new CallAbandoned(call.id(), call.abandoned()));

        // Then
        await().atMost(SOON).until(() -> !listOf(number).isEmpty());
        var callback = only(number);
        assertThat(callback.state()).isEqualTo(CallbackState.DUE);
        assertThat(callback.reason()).isEqualTo(CallbackReason.ABANDONED_CALL);
        assertThat(callback.callId()).isEqualTo(call.id());
        assertThat(callback.deadlineAt())
                .isEqualTo(call.abandoned().abandonedAt().plus(Duration.ofMinutes(30)));
    }

    @Test
    void countsACallOnceHoweverOftenItsNewsArrives() {
        // Given
        var number = Calls.freshNumber();
        var call = Calls.from(number);

        // When
        for (int i = 0; i < 5; i++) {
            abandon(call);
        }

        // Then
        assertThat(only(number).calls()).hasSize(1);
    }

    @Test
    void joinsTheSecondHangUpOfACustomerToTheFirst() {
        // Given
        var number = Calls.freshNumber();
        var first = Calls.from(number).at(Instant.now().minusSeconds(120));
        var second = Calls.from(number);

        // When
        abandon(first);
        abandon(second);

        // Then
        assertThat(only(number).calls())
                .extracting(CallbackView.AbandonedCall::callId)
                .containsExactly(first.id(), second.id());
        assertThat(only(number).deadlineAt())
                .isEqualTo(first.abandoned().abandonedAt().plus(Duration.ofMinutes(30)));
    }

    @Test
    void opensOneCallbackForHangUpsToldAtOneMoment() {
        // Given
        var number = Calls.freshNumber();
        var calls = IntStream.range(0, 8).mapToObj(i -> Calls.from(number)).toList();

        // When
        calls.parallelStream().forEach(this::abandon);

        // Then
        assertThat(only(number).calls()).hasSize(8);
    }

    @Test
    void owesNothingMoreOnceTheCustomerCalledAgainAndWasAnswered() {
        // Given
        var number = Calls.freshNumber();
        abandon(Calls.from(number).at(Instant.now().minusSeconds(120)));
        var again = Calls.from(number);

        // When
        answer(again);

        // Then
        assertThat(only(number).state()).isEqualTo(CallbackState.DONE);
        assertThat(only(number).settledByCallId()).isEqualTo(again.id());
    }

    /** The law: whatever order the news arrives in, a call is owed if and only if the customer's last call was given up. */
    @RepeatedTest(12)
    void decidesByTheInstantsOfTheCallsAndNotByTheOrderOfTheirNews(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var number = Calls.freshNumber();
        var begin = Instant.now().minusSeconds(7200);
        var news = new ArrayList<Runnable>();
        boolean lastWasGivenUp = false;
        for (int i = 0; i < 5; i++) {
            var call = Calls.from(number).at(begin.plusSeconds(600L * i));
            lastWasGivenUp = random.nextBoolean();
            Runnable telling = lastWasGivenUp ? () -> abandon(call) : () -> answer(call);
            news.addAll(Collections.nCopies(1 + random.nextInt(2), telling));
        }
        Collections.shuffle(news, random);

        // When
        news.forEach(Runnable::run);

        // Then
        assertThat(listOf(number).stream().filter(callback -> callback.state().isOpen()))
                .hasSize(lastWasGivenUp ? 1 : 0);
    }

    @Test
    void owesNobodyACallForAWithheldNumber() {
        // Given
        var call = Calls.from(null);
        var before = Reactively.get(() -> callbacks.listCallbacks(all(), PageRequest.first(1)))
                .total();

        // When
        abandon(call);

        // Then
        assertThat(Reactively.get(() -> callbacks.listCallbacks(all(), PageRequest.first(1)))
                        .total())
                .isEqualTo(before);
    }

    // ---- who dials it ----

    @Test
    void ringsTheOperatorFirstAndShowsTheHotline() {
        // Given
        var callback = owed();
        var operator = operator();

        // When
        var dialled = dial(callback, operator);

        // Then
        assertThat(dialled.state()).isEqualTo(CallbackState.DIALLING);
        assertThat(dialled.claimedBy().id()).isEqualTo(operator.userId());
        assertThat(telephony.orders()).singleElement().satisfies(order -> {
            assertThat(order.attemptId()).isEqualTo(dialled.attempts().get(0).id());
            assertThat(order.purpose()).isEqualTo(DialPurpose.CALLBACK);
            assertThat(order.operatorExtension()).isEqualTo(operator.extension().orElseThrow());
            assertThat(order.number().e164()).isEqualTo(callback.number());
            assertThat(order.callerId()).isEqualTo("4008809818");
        });
    }

    @Test
    void dialsOnceWhenFiftyOperatorsTakeTheSameCallback() throws Exception {
        // Given
        var callback = owed();
        var workers = Executors.newFixedThreadPool(50);
        var claiming = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(i -> () -> tookIt(callback, operator()))
                .toList();

        // When
        var taken = 0;
        for (var claim : workers.invokeAll(claiming)) {
            taken += claim.get() ? 1 : 0;
        }
        workers.shutdown();

        // Then
        assertThat(taken).isEqualTo(1);
        assertThat(telephony.orders()).hasSize(1);
    }

    @Test
    void dialsOnceWhenOneOperatorClicksAgainAndAgain() {
        // Given
        var callback = owed();
        var operator = operator();

        // When
        var answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> dial(callback, operator))
                .toList();

        // Then
        assertThat(telephony.orders()).hasSize(1);
        assertThat(answers).allSatisfy(view -> assertThat(view.attempts()).hasSize(1));
    }

    @Test
    void givesAnOperatorOneCustomerAtATime() {
        // Given
        var operator = operator();
        dial(owed(), operator);
        var another = owed();

        // When, Then
        assertThatThrownBy(() -> dial(another, operator))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("callback.operator-busy"));
    }

    @Test
    void tellsTheSecondOperatorWhoHasIt() {
        // Given
        var callback = owed();
        dial(callback, operator());

        // When, Then
        assertThatThrownBy(() -> dial(callback, operator())).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.CONFLICT);
            assertThat(failure.arguments()).containsEntry("operator", "演示坐席");
        });
    }

    @Test
    void needsATelephoneToDialFrom() {
        // Given
        var callback = owed();
        var withoutTelephone = new Viewer(Ids.next(), "演示坐席", Set.of(Role.OPERATOR), Optional.empty());

        // When, Then
        assertThatThrownBy(() -> dial(callback, withoutTelephone))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("callback.no-extension"));
    }

    // ---- how it comes out ----

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "BUSY", "REJECTED", "UNREACHABLE"})
    void isDueAgainWhenTheCustomerWasNotReached(DialResult result) {
        // Given
        var attempt = attemptOf(dial(owed(), operator()));

        // When
        var callback = end(attempt, outcome(result));

        // Then
        assertThat(callback.state()).isEqualTo(CallbackState.DUE);
        assertThat(callback.claimedBy()).isNull();
        assertThat(callback.dueAt()).isAfter(Instant.now().plusSeconds(200));
        assertThat(callback.attempts().get(0).result()).isEqualTo(result);
    }

    @Test
    void isGivenUpAfterTheLastRungOfTheLadder() {
        // Given
        var callback = owed();

        // When
        for (int i = 0; i < 4; i++) {
            end(attemptOf(dial(callback, operator())), outcome(DialResult.NO_ANSWER));
        }

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.GIVEN_UP);
        assertThat(get(callback).attempts()).hasSize(4);
        assertThatThrownBy(() -> dial(callback, operator()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("callback.finished"));
    }

    @Test
    void neverGivesACustomerUpForFaultsOfOurOwn() {
        // Given
        var callback = owed();

        // When
        for (int i = 0; i < 6; i++) {
            var result = i % 2 == 0 ? DialResult.OPERATOR_DID_NOT_ANSWER : DialResult.LINE_FAILED;
            end(attemptOf(dial(callback, operator())), outcome(result));
        }

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.DUE);
    }

    @Test
    void takesTheOutcomeInOnceHoweverOftenItIsTold() {
        // Given
        var callback = owed();
        var attempt = attemptOf(dial(callback, operator()));
        end(attempt, outcome(DialResult.NO_ANSWER));
        var second = attemptOf(dial(callback, operator()));

        // When
        Reactively.get(() -> flow.ended(new DialEnded(attempt, DialPurpose.CALLBACK, outcome(DialResult.BUSY))));

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.DIALLING);
        assertThat(get(callback).attempts().get(0).result()).isEqualTo(DialResult.NO_ANSWER);
        assertThat(second).isNotEqualTo(attempt);
    }

    @Test
    void isDoneOnceTheOperatorReachedTheRightParty() {
        // Given
        var operator = operator();
        var callback = end(attemptOf(dial(owed(), operator)), outcome(DialResult.ANSWERED));
        assertThat(callback.state()).isEqualTo(CallbackState.TO_CONFIRM);

        // When
        var judged = Reactively.get(() -> callbacks.judge(callback.id(), true, "Wants a quote", operator));

        // Then
        assertThat(judged.state()).isEqualTo(CallbackState.DONE);
        assertThat(judged.attempts().get(0).verdict()).isEqualTo(CallbackVerdict.REACHED);
        assertThat(judged.attempts().get(0).note()).isEqualTo("Wants a quote");
    }

    @Test
    void isDueAgainWhenSomebodyElseAnswered() {
        // Given
        var operator = operator();
        var callback = end(attemptOf(dial(owed(), operator)), outcome(DialResult.ANSWERED));

        // When
        var judged = Reactively.get(() -> callbacks.judge(callback.id(), false, null, operator));

        // Then
        assertThat(judged.state()).isEqualTo(CallbackState.DUE);
        assertThat(judged.dueAt()).isAfter(Instant.now().plusSeconds(200));
    }

    @Test
    void leavesTheVerdictToWhoDialledOrToASupervisor() {
        // Given
        var callback = end(attemptOf(dial(owed(), operator())), outcome(DialResult.ANSWERED));
        var supervisor = new Viewer(Ids.next(), "演示值班长", Set.of(Role.SUPERVISOR), Optional.empty());

        // When, Then
        assertThatThrownBy(() -> Reactively.get(() -> callbacks.judge(callback.id(), true, null, operator())))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DENIED));
        assertThat(Reactively.get(() -> callbacks.judge(callback.id(), true, null, supervisor))
                        .state())
                .isEqualTo(CallbackState.DONE);
    }

    @Test
    void keepsWhatTheCustomerSettledThoughAnAttemptWasUnderWay() {
        // Given
        var callback = owed();
        var attempt = attemptOf(dial(callback, operator()));
        answer(Calls.from(callback.number()).at(Instant.now().plusSeconds(1)));

        // When
        var ended = end(attempt, outcome(DialResult.BUSY));

        // Then
        assertThat(ended.state()).isEqualTo(CallbackState.DONE);
        assertThat(ended.attempts().get(0).result()).isEqualTo(DialResult.BUSY);
    }

    // ---- what a crash leaves behind ----

    @Test
    void isDueAgainAfterACrashBetweenClaimAndDial() {
        // Given
        var callback = owed();
        var crashed = claimOnly(callback, operator());
        makeOld(crashed);

        // When
        Reactively.get(sweeps::sweep);

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.DUE);
        assertThat(get(callback).attempts().get(0).neverDialled()).isTrue();
        assertThat(telephony.orders()).isEmpty();
        dial(callback, operator());
        assertThat(telephony.orders()).hasSize(1);
    }

    @Test
    void dialsNothingTwiceAfterACrashBetweenDialAndNote() {
        // Given
        var callback = owed();
        var crashed = claimOnly(callback, operator());
        telephony.know(DialTrace.of(crashed, DialTrace.Kind.IN_PROGRESS));
        makeOld(crashed);

        // When
        Reactively.get(sweeps::sweep);

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.DIALLING);
        assertThatThrownBy(() -> dial(callback, operator())).isInstanceOf(Failure.class);
        assertThat(telephony.orders()).isEmpty();
    }

    @Test
    void takesTheOutcomeFromTheSwitchWhenItsNewsWasLost() {
        // Given
        var callback = owed();
        var attempt = attemptOf(dial(callback, operator()));
        telephony.know(DialTrace.ended(attempt, outcome(DialResult.BUSY)));
        makeOld(attempt);

        // When
        Reactively.get(sweeps::sweep);

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.DUE);
        assertThat(get(callback).attempts().get(0).result()).isEqualTo(DialResult.BUSY);
    }

    @Test
    void waitsWhileTheSwitchCannotBeAsked() {
        // Given
        var callback = owed();
        var crashed = claimOnly(callback, operator());
        telephony.know(DialTrace.of(crashed, DialTrace.Kind.UNKNOWN));
        makeOld(crashed);

        // When
        Reactively.get(sweeps::sweep);

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.CLAIMED);
    }

    @Test
    void leavesFreshOrdersAlone() {
        // Given
        var callback = owed();
        claimOnly(callback, operator());

        // When
        Reactively.get(sweeps::sweep);

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.CLAIMED);
    }

    @Test
    void keepsTheClaimWhenNobodyKnowsWhetherTheSwitchTookTheOrder() {
        // Given
        var callback = owed();
        telephony.whenOrdered(order -> Uni.createFrom().failure(Failure.upstream("telephony.timeout", Map.of(), null)));

        // When
        assertThatThrownBy(() -> dial(callback, operator()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("callback.switch-away"));

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.CLAIMED);
    }

    @Test
    void isDueAgainAtOnceWhenOurOwnRulesRefuseTheNumber() {
        // Given
        var callback = owed();
        telephony.whenOrdered(order -> Uni.createFrom().failure(Failure.denied("telephony.not-allowed")));

        // When
        assertThatThrownBy(() -> dial(callback, operator()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("telephony.not-allowed"));

        // Then
        assertThat(get(callback).state()).isEqualTo(CallbackState.DUE);
    }

    // ---- promises and lists ----

    @Test
    void listsTheMostUrgentFirst() {
        // Given
        var later = promise(Instant.now().plusSeconds(7200));
        var sooner = promise(Instant.now().plusSeconds(60));

        // When
        var list = Reactively.get(() -> callbacks.listCallbacks(
                        new CallbackFilter(Set.of(CallbackState.DUE), Set.of(CallbackReason.PROMISE), null),
                        PageRequest.first(200)))
                .items();

        // Then
        assertThat(list.stream().map(CallbackView::id).filter(id -> id.equals(sooner.id()) || id.equals(later.id())))
                .containsExactly(sooner.id(), later.id());
    }

    @Test
    void answersOverHttpWithMaskedNumbersAndAConflictForTheSecondOperator() {
        // Given
        var callback = owed();
        var first = SignIn.at("1001", Role.OPERATOR);
        var second = SignIn.at("1002", Role.OPERATOR);

        // When
        var taken = first.post("/api/v1/callbacks/" + callback.id() + "/dial");
        var refused = second.header("Accept-Language", "zh").post("/api/v1/callbacks/" + callback.id() + "/dial");

        // Then
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.jsonPath().getString("number")).isEqualTo(callback.number());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("detail")).contains("请选另一条");
        var seen = SignIn.at("1002", Role.OPERATOR).get("/api/v1/callbacks/" + callback.id());
        assertThat(seen.jsonPath().getString("number")).contains("****");
        Reactively.get(() -> flow.ended(
                new DialEnded(attemptOf(get(callback)), DialPurpose.CALLBACK, outcome(DialResult.NO_ANSWER))));
    }

    private void abandon(Calls call) {
        Reactively.get(() -> flow.abandoned(new CallAbandoned(call.id(), call.abandoned())));
    }

    private void answer(Calls call) {
        var operator = SignIn.user("1001", Role.OPERATOR);
        Reactively.get(() -> flow.answered(new CallAnswered(call.id(), "1001", call.answeredBy(operator))));
    }

    private CallbackView owed() {
        var number = Calls.freshNumber();
        abandon(Calls.from(number).at(Instant.now().minusSeconds(60)));
        return only(number);
    }

    private CallbackView promise(Instant dueAt) {
        return Reactively.get(() -> callbacks.createCallback(
                new NewCallback(CallbackReason.PROMISE, new PhoneNumber(Calls.freshNumber()), dueAt, null, null),
                operator()));
    }

    private CallbackView dial(CallbackView callback, Viewer operator) {
        return Reactively.get(() -> callbacks.dial(callback.id(), operator));
    }

    private boolean tookIt(CallbackView callback, Viewer operator) {
        try {
            dial(callback, operator);
            return true;
        } catch (Failure refused) {
            assertThat(refused.kind()).isEqualTo(FailureKind.CONFLICT);
            return false;
        }
    }

    /** The claim committed and the process gone before the order. */
    private UUID claimOnly(CallbackView callback, Viewer operator) {
        return Reactively.inTransaction(() -> claims.claim(callback.id(), operator, "1001"))
                .attempt()
                .id;
    }

    private void makeOld(UUID attemptId) {
        pool.preparedQuery("update callback_attempt set requested_at = requested_at - interval '1 hour' where id = $1")
                .execute(Tuple.of(attemptId))
                .await()
                .atMost(SOON);
    }

    private CallbackView end(UUID attempt, DialOutcome outcome) {
        Reactively.tell(new DialEnded(attempt, DialPurpose.CALLBACK, outcome));
        return await().atMost(SOON)
                .until(
                        () ->
                                Reactively.get(() -> callbacks.listCallbacks(all(), PageRequest.first(200)))
                                        .items()
                                        .stream()
                                        .filter(callback -> callback.attempts().stream()
                                                .anyMatch(each -> each.id().equals(attempt) && each.result() != null))
                                        .findFirst(),
                        Optional::isPresent)
                // The list reads callbacks first and attempts second, and the commit may come in between.
                .map(this::get)
                .orElseThrow();
    }

    private CallbackView get(CallbackView callback) {
        return Reactively.get(() -> callbacks.getCallback(callback.id()));
    }

    private CallbackView only(String number) {
        var found = listOf(number);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<CallbackView> listOf(String number) {
        return Reactively.get(() ->
                        callbacks.listCallbacks(new CallbackFilter(Set.of(), Set.of(), number), PageRequest.first(50)))
                .items();
    }

    private static CallbackFilter all() {
        return new CallbackFilter(Set.of(), Set.of(), null);
    }

    private static UUID attemptOf(CallbackView callback) {
        var attempts = callback.attempts();
        return attempts.get(attempts.size() - 1).id();
    }

    private static Viewer operator() {
        return new Viewer(Ids.next(), "演示坐席", Set.of(Role.OPERATOR), Optional.of("1001"));
    }

    private static DialOutcome outcome(DialResult result) {
        var now = Instant.now();
        @Nullable Instant answered = result == DialResult.ANSWERED ? now.minusSeconds(20) : null;
        return new DialOutcome(
                result,
                5.0,
                answered == null ? 0 : 20,
                16,
                now.minusSeconds(30),
                now.minusSeconds(25),
                answered,
                now,
                Ids.next());
    }
}
