package org.rescueline.demo.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InboundCallTest {

    private static final SimulatedAgent.Habit AFTER_FOUR_SECONDS =
            new SimulatedAgent.Habit(Duration.ofSeconds(4), Duration.ofSeconds(4));

    private final HandTurnedTimers timers = new HandTurnedTimers();
    private final List<AmiMessage> events = new ArrayList<>();
    private final Switchboard switchboard = new Switchboard(timers, events::add);
    private final SimulatedAgent person = new SimulatedAgent("1001", Optional.empty());
    private final SimulatedAgent colleague = new SimulatedAgent("1101", Optional.of(AFTER_FOUR_SECONDS));

    @Test
    void tellsAnAnsweredCallInTheOrderOfAsterisk() {
        // Given
        var queue = new SimulatedQueue(List.of(colleague));

        // When
        arrive(queue, plan(Optional.empty(), false));
        timers.pass(Duration.ofMinutes(2));

        // Then
        assertThat(names())
                .containsExactly(
                        "Newchannel",
                        "QueueCallerJoin",
                        "Newchannel",
                        "AgentCalled",
                        "DialBegin",
                        "Newstate",
                        "DialState",
                        "Newstate",
                        "DialEnd",
                        "QueueCallerLeave",
                        "AgentConnect",
                        "Newstate",
                        "BridgeCreate",
                        "BridgeEnter",
                        "BridgeEnter",
                        "BridgeLeave",
                        "BridgeLeave",
                        "BridgeDestroy",
                        "AgentComplete",
                        "Hangup",
                        "Hangup");
        assertThat(first("AgentConnect").get("HoldTime")).isEqualTo("4");
        assertThat(first("AgentComplete").get("TalkTime")).isEqualTo("60");
    }

    @Test
    void keepsOneLinkedidForAllLegsOfACall() {
        // Given
        var queue = new SimulatedQueue(List.of(colleague));

        // When
        arrive(queue, plan(Optional.empty(), false));
        timers.pass(Duration.ofMinutes(2));

        // Then
        assertThat(events.stream().flatMap(event -> event.find("Linkedid").stream()))
                .containsOnly(first("Newchannel").get("Uniqueid"));
    }

    @Test
    void ringsAtThePersonFirstAndThenAtAColleague() {
        // Given
        var queue = new SimulatedQueue(List.of(colleague, person));

        // When
        arrive(queue, plan(Optional.empty(), true));
        timers.pass(Duration.ofSeconds(30));

        // Then
        assertThat(events.stream()
                        .filter(event -> event.get("Event").equals("AgentCalled"))
                        .map(event -> event.get("Interface")))
                .containsExactly("PJSIP/1001", "PJSIP/1101");
        assertThat(first("AgentRingNoAnswer").get("RingTime")).isEqualTo("15000");
    }

    @Test
    void connectsAtOnceWhenThePersonAnswersFromThePage() {
        // Given
        arrive(new SimulatedQueue(List.of(person)), plan(Optional.empty(), true));
        timers.pass(Duration.ofSeconds(3));

        // When
        boolean isAnswered = switchboard.requestAnswer("1001");

        // Then
        assertThat(isAnswered).isTrue();
        assertThat(first("AgentConnect").get("RingTime")).isEqualTo("3");
    }

    @Test
    void leavesAPersonInPeaceWhoDidNotAnswerThisCall() {
        // Given
        var queue = new SimulatedQueue(List.of(person));

        // When
        arrive(queue, plan(Optional.empty(), true));
        timers.pass(Duration.ofMinutes(3));

        // Then
        assertThat(names().stream().filter("AgentCalled"::equals)).hasSize(1);
        assertThat(queue.waiting()).hasSize(1);
    }

    @Test
    void losesTheCallerWhosePatienceEnds() {
        // Given
        var queue = new SimulatedQueue(List.of(colleague));

        // When
        arrive(queue, plan(Optional.of(Duration.ofSeconds(9)), false));
        timers.pass(Duration.ofMinutes(2));

        // Then
        assertThat(names()).contains("QueueCallerAbandon").doesNotContain("AgentConnect");
        assertThat(first("QueueCallerAbandon").get("HoldTime")).isEqualTo("9");
        assertThat(switchboard.channels()).isEmpty();
        assertThat(queue.waiting()).isEmpty();
    }

    @Test
    void endsTheConversationWhenTheOperatorHangsUp() {
        // Given
        arrive(new SimulatedQueue(List.of(colleague)), plan(Optional.empty(), false));
        timers.pass(Duration.ofSeconds(10));

        // When
        switchboard.requestHangup(first("AgentConnect").get("DestChannel"));

        // Then
        assertThat(first("AgentComplete").get("Reason")).isEqualTo("agent");
        assertThat(switchboard.channels()).isEmpty();
    }

    private void arrive(SimulatedQueue queue, CallPlan plan) {
        new InboundCall(switchboard, queue, plan, new Random(7)).start();
    }

    private static CallPlan plan(Optional<Duration> patience, boolean isForPerson) {
        return new CallPlan("13800000021", "4008809818", patience, Duration.ofSeconds(60), isForPerson);
    }

    private List<String> names() {
        return events.stream().map(event -> event.get("Event")).toList();
    }

    private AmiMessage first(String name) {
        return events.stream()
                .filter(event -> event.get("Event").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
