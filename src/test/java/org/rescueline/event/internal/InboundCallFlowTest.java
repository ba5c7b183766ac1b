package org.rescueline.event.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rescueline.event.CallerCard.Part;
import org.rescueline.event.CallerCardReady;
import org.rescueline.event.CallerCardReady.Phase;
import org.rescueline.event.EventFilter;
import org.rescueline.event.EventService;
import org.rescueline.event.EventState;
import org.rescueline.event.EventView;
import org.rescueline.security.Role;
import org.rescueline.security.UserView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PageRequest;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallEnded;
import org.rescueline.telephony.CallRinging;
import org.rescueline.telephony.CallView;
import org.rescueline.testkit.Calls;
import org.rescueline.testkit.FakeNeighbours;
import org.rescueline.testkit.FakeStations;
import org.rescueline.testkit.FakeTelephony;
import org.rescueline.testkit.FakeVehicles;
import org.rescueline.testkit.HeardFacts;
import org.rescueline.testkit.Reactively;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.Trucks;

/** Path A as the telephone room tells it, on a real database. */
@QuarkusTest
@TestProfile(FakeNeighbours.class)
class InboundCallFlowTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    EventService events;

    @Inject
    EndsMissedCalls missed;

    @Inject
    InboundCallFlow flow;

    @Inject
    Facts facts;

    @Inject
    FakeTelephony telephony;

    @Inject
    FakeVehicles vehicles;

    @Inject
    FakeStations stations;

    private UserView operator;
    private UserView colleague;
    private HeardFacts<CallerCardReady> cards;

    @BeforeEach
    void start() {
        telephony.reset();
        stations.failRankingsWith(null);
        operator = SignIn.user("1001", Role.OPERATOR);
        colleague = SignIn.user("1002", Role.OPERATOR);
        cards = HeardFacts.of(CallerCardReady.class);
    }

    @Test
    void showsCallerTrucksPlaceAndStationsWhileTheTelephoneRings() {
        // Given
        var number = Calls.freshNumber();
        var truck = Trucks.drivenBy(number);
        vehicles.know(truck);
        vehicles.know(Trucks.at(truck, 34.5, 109.5));
        var call = Calls.from(number);

        // When
        ring(call.ringing("1001"), "1001");

        // Then
        await().atMost(SOON).until(() -> !cardsOf(call.id()).isEmpty());
        var ready = cardsOf(call.id()).get(0);
        assertThat(ready.phase()).isEqualTo(Phase.RINGING);
        assertThat(ready.extension()).isEqualTo("1001");
        assertThat(ready.card().name()).isEqualTo("演示司机02");
        assertThat(ready.card().company()).isEqualTo("演示物流一队");
        assertThat(ready.card().findLikelyVehicle()).hasValueSatisfying(likely -> {
            assertThat(likely.vehicle().id()).isEqualTo(truck.id());
            assertThat(likely.position()).isNotNull();
        });
        assertThat(ready.card().nearest()).isNotNull();
    }

    @Test
    void asksTheTerminalOnceThoughTheQueueRingsTwoDesksAndShowsTheFreshPlace() {
        // Given
        var number = Calls.freshNumber();
        var truck = Trucks.drivenBy(number);
        vehicles.know(truck);
        vehicles.know(Trucks.at(truck, 34.5, 109.5));
        vehicles.willAnswer(Trucks.at(truck, 34.6, 109.6));
        var call = Calls.from(number);

        // When
        ring(call.ringing("1001", "1002"), "1001");
        ring(call.ringing("1001", "1002"), "1002");

        // Then
        await().atMost(SOON).until(() -> cardsOf(call.id()).size() == 3);
        assertThat(vehicles.asked().stream().filter(truck.id()::equals)).hasSize(1);
        assertThat(cardsOf(call.id())).anySatisfy(ready -> assertThat(
                        ready.card().vehicles().get(0).position().latitude())
                .isEqualTo(34.6));
    }

    @Test
    void comesWithoutStationsRatherThanLate() {
        // Given
        var number = Calls.freshNumber();
        var truck = Trucks.drivenBy(number);
        vehicles.know(truck);
        vehicles.know(Trucks.at(truck, 34.5, 109.5));
        stations.failRankingsWith(Failure.conflict("station.test"));
        var call = Calls.from(number);

        // When
        ring(call.ringing("1001"), "1001");

        // Then
        await().atMost(SOON).until(() -> !cardsOf(call.id()).isEmpty());
        assertThat(cardsOf(call.id()).get(0).card().missing()).containsExactly(Part.NEAREST);
    }

    @Test
    void beginsAPrefilledDraftForTheOperatorWhoAnswers() {
        // Given
        var number = Calls.freshNumber();
        var truck = Trucks.drivenBy(number);
        vehicles.know(truck);
        vehicles.know(Trucks.at(truck, 34.5, 109.5));
        var call = Calls.from(number);

        // When
        answer(call.answeredBy(operator), "1001");

        // Then
        var event = eventOf(call.id());
        assertThat(event.state()).isEqualTo(EventState.DRAFT);
        assertThat(event.ownerId()).isEqualTo(operator.id().toString());
        assertThat(event.caller().number()).isEqualTo(number);
        assertThat(event.caller().name()).isEqualTo("演示司机02");
        assertThat(event.vehicle().id()).isEqualTo(truck.id());
        assertThat(event.fix().latitude()).isEqualTo(34.5);
        assertThat(kindsOf(event)).containsSubsequence("EVENT_DRAFTED", "CALL_ATTACHED");
        await().atMost(SOON).until(() -> !cardsOf(call.id()).isEmpty());
        assertThat(cardsOf(call.id())).singleElement().satisfies(ready -> {
            assertThat(ready.phase()).isEqualTo(Phase.ANSWERED);
            assertThat(ready.eventId()).isEqualTo(event.id());
        });
    }

    @Test
    void booksACallOnceHoweverOftenItsNewsArrives() {
        // Given
        var call = Calls.from(Calls.freshNumber());
        answer(call.answeredBy(operator), "1001");
        var event = eventOf(call.id());

        // When
        Stream.generate(() -> call.answeredBy(operator)).limit(5).forEach(view -> answer(view, "1001"));
        settleOutbox();

        // Then
        assertThat(listOf(event.caller().number())).hasSize(1);
        assertThat(kindsOf(event).stream().filter("CALL_ATTACHED"::equals)).hasSize(1);
    }

    @Test
    void goesOnWithTheCallersUnfinishedCase() {
        // Given
        var number = Calls.freshNumber();
        var first = Calls.from(number);
        answer(first.answeredBy(operator), "1001");
        var event = eventOf(first.id());
        var second = Calls.from(number);

        // When
        answer(second.answeredBy(colleague), "1002");

        // Then
        assertThat(eventOf(second.id()).id()).isEqualTo(event.id());
        assertThat(eventOf(second.id()).ownerId()).isEqualTo(operator.id().toString());
        assertThat(eventOf(second.id()).isWorkedBy(colleague.id().toString())).isTrue();
    }

    @Test
    void beginsOneCaseForTwoCallsOfOneCustomerAnsweredAtOneMoment() {
        // Given
        var number = Calls.freshNumber();
        var calls = Stream.generate(() -> Calls.from(number)).limit(6).toList();

        // When
        calls.parallelStream().forEach(call -> answer(call.answeredBy(operator), "1001"));

        // Then
        calls.forEach(call -> eventOf(call.id()));
        assertThat(listOf(number)).hasSize(1);
    }

    @Test
    void beginsACaseOfItsOwnForACallerWithSeveralTrucks() {
        // Given
        var number = Calls.freshNumber();
        var one = Trucks.drivenBy(number);
        var other = Trucks.drivenBy(number);
        vehicles.know(one);
        vehicles.know(other);
        vehicles.know(Trucks.at(one, 34.5, 109.5));
        var first = Calls.from(number);
        answer(first.answeredBy(operator), "1001");
        assertThat(eventOf(first.id()).vehicle().id()).isEqualTo(one.id());
        var second = Calls.from(number);

        // When
        answer(second.answeredBy(operator), "1001");

        // Then
        assertThat(eventOf(second.id()).id()).isNotEqualTo(eventOf(first.id()).id());
        assertThat(eventOf(second.id()).repeatWithin24h())
                .extracting(EventView.RepeatEvent::eventId)
                .contains(eventOf(first.id()).id());
    }

    @Test
    void neverMixesCallersWhoWithholdTheirNumber() {
        // Given
        var first = Calls.from(null);
        var second = Calls.from("anonymous");

        // When
        answer(first.answeredBy(operator), "1001");
        answer(second.answeredBy(operator), "1001");

        // Then
        assertThat(eventOf(first.id()).id()).isNotEqualTo(eventOf(second.id()).id());
        assertThat(eventOf(first.id()).caller().number()).isNull();
    }

    @Test
    void lateRingDoesNotTakeThePlaceOfAnAnswer() {
        // Given
        var call = Calls.from(Calls.freshNumber());
        answer(call.answeredBy(operator), "1001");
        eventOf(call.id());
        await().atMost(SOON).until(() -> cardsOf(call.id()).size() == 1);

        // When
        Reactively.get(() -> flow.ringing(new CallRinging(call.id(), "1002", call.ringing("1002"))));

        // Then
        assertThat(cardsOf(call.id())).extracting(CallerCardReady::phase).containsExactly(Phase.ANSWERED);
    }

    @Test
    void popsUpForTheColleagueWhoTakesTheCallOver() {
        // Given
        var call = Calls.from(Calls.freshNumber());
        answer(call.answeredBy(operator), "1001");
        var event = eventOf(call.id());

        // When
        answer(call.answeredBy(colleague), "1002");

        // Then
        await().atMost(SOON).until(() -> cardsOf(call.id()).stream()
                .anyMatch(ready -> ready.extension().equals("1002")));
        assertThat(kindsOf(event).stream().filter("CALL_ANSWERED"::equals)).hasSize(2);
        assertThat(eventOf(call.id()).ownerId()).isEqualTo(operator.id().toString());
    }

    @Test
    void writesTheEndOfACallDownOnce() {
        // Given
        var call = Calls.from(Calls.freshNumber());
        answer(call.answeredBy(operator), "1001");
        var event = eventOf(call.id());

        // When
        facts.publish(new CallEnded(call.id(), call.endedWith(operator)));
        facts.publish(new CallEnded(call.id(), call.endedWith(operator)));

        // Then
        await().atMost(SOON).until(() -> kindsOf(event).contains("CALL_ENDED"));
        assertThat(kindsOf(event).stream().filter("CALL_ENDED"::equals)).hasSize(1);
    }

    @Test
    void findsTheEndOfACallWhoseNewsWasMissed() {
        // Given
        var call = Calls.from(Calls.freshNumber()).at(Instant.now().minusSeconds(600));
        answer(call.answeredBy(operator), "1001");
        var event = eventOf(call.id());
        telephony.know(call.endedWith(operator));

        // When
        Reactively.get(missed::sweep);

        // Then
        assertThat(kindsOf(event)).contains("CALL_ENDED");
    }

    @Test
    void popsUpNowhereWhenTheCallWasOverBeforeItsNewsArrived() {
        // Given
        var call = Calls.from(Calls.freshNumber());
        telephony.know(call.endedWith(operator));

        // When
        Reactively.tell(new CallAnswered(call.id(), "1001", call.answeredBy(operator)));

        // Then
        var event = eventOf(call.id());
        await().atMost(SOON).until(() -> kindsOf(event).contains("CALL_ENDED"));
        assertThat(cardsOf(call.id())).isEmpty();
    }

    @Test
    void separatesACallIntoADraftOfItsOwn() {
        // Given
        var number = Calls.freshNumber();
        var first = Calls.from(number);
        var second = Calls.from(number);
        answer(first.answeredBy(operator), "1001");
        answer(second.answeredBy(operator), "1001");
        var event = eventOf(second.id());

        // When
        var draft = Reactively.get(() -> events.separateCall(event.id(), second.id(), actor()));

        // Then
        assertThat(draft.id()).isNotEqualTo(event.id());
        assertThat(draft.calls()).extracting(EventView.EventCall::callId).containsExactly(second.id());
        assertThat(eventOf(first.id()).id()).isEqualTo(event.id());
        assertThat(kindsOf(event)).contains("CALL_SEPARATED");
    }

    @Test
    void closesTheDraftThatAttachingLeavesWithoutACall() {
        // Given
        var first = Calls.from(Calls.freshNumber());
        var second = Calls.from(Calls.freshNumber());
        answer(first.answeredBy(operator), "1001");
        answer(second.answeredBy(operator), "1001");
        var target = eventOf(first.id());
        var leftover = eventOf(second.id());

        // When
        var attached = Reactively.get(() -> events.attachCall(target.id(), second.id(), actor()));

        // Then
        assertThat(attached.calls()).hasSize(2);
        var merged = Reactively.get(() -> events.getEvent(leftover.id()));
        assertThat(merged.state()).isEqualTo(EventState.CLOSED);
        assertThat(merged.mergedInto()).isEqualTo(target.id());
    }

    private void ring(CallView call, String extension) {
        telephony.know(call);
        facts.publish(new CallRinging(call.id(), extension, call));
    }

    private void answer(CallView call, String extension) {
        telephony.know(call);
        Reactively.tell(new CallAnswered(call.id(), extension, call));
    }

    /** Whatever was told before has been taken in once news told after it has. */
    private void settleOutbox() {
        var marker = Calls.from(Calls.freshNumber());
        answer(marker.answeredBy(operator), "1001");
        eventOf(marker.id());
    }

    private EventView eventOf(UUID callId) {
        return await().atMost(SOON)
                .until(
                        () ->
                                Reactively.get(() -> events.listEvents(EventFilter.all(), PageRequest.first(200)))
                                        .items()
                                        .stream()
                                        .filter(event -> event.calls().stream()
                                                .anyMatch(call -> call.callId().equals(callId)))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<EventView> listOf(String callerNumber) {
        var filter = new EventFilter(Set.of(), Set.of(), null, null, callerNumber, null, null, null);
        return Reactively.get(() -> events.listEvents(filter, PageRequest.first(50)))
                .items();
    }

    private List<CallerCardReady> cardsOf(UUID callId) {
        return cards.that(ready -> ready.callId().equals(callId));
    }

    private List<String> kindsOf(EventView event) {
        return Reactively.get(() -> events.listTimeline(event.id())).stream()
                .map(line -> line.kind())
                .toList();
    }

    private Actor actor() {
        return new Actor(ActorKind.USER, operator.id().toString(), operator.displayName());
    }
}
