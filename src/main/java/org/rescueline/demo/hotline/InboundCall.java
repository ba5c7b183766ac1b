package org.rescueline.demo.hotline;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A simulated caller's way through the hotline: arrives, waits, rings at one agent after the other, talks, ends; or
 * loses patience. Tells each step in the events that Asterisk 22 sends for the same thing.
 */
final class InboundCall {

    private static final Duration AGENT_RING_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration RETRY_OFFER = Duration.ofSeconds(1);
    private static final Duration WRAP_UP = Duration.ofSeconds(8);
    private static final int NO_ANSWER_CAUSE = 19;
    private static final int ABANDONED_CAUSE = 127;

    private final Switchboard switchboard;
    private final SimulatedQueue queue;
    private final CallPlan plan;
    private final Random random;
    private final Set<SimulatedAgent> tried = new HashSet<>();
    private boolean hasRungAtPerson;
    private final SimulatedChannel caller;
    private final long joinedAtMillis;
    private Runnable cancelPatience = () -> {};
    private Runnable cancelStep = () -> {};
    private @Nullable SimulatedAgent agent;
    private @Nullable SimulatedChannel agentLeg;
    private long ringingSinceMillis;
    private long answeredAtMillis;
    private boolean isOver;

    InboundCall(Switchboard switchboard, SimulatedQueue queue, CallPlan plan, Random random) {
        this.switchboard = switchboard;
        this.queue = queue;
        this.plan = plan;
        this.random = random;
        var uniqueid = switchboard.nextUniqueid();
        this.joinedAtMillis = switchboard.timers().nowMillis();
        this.caller = switchboard.create(
                "PJSIP/hotline-trunk",
                uniqueid,
                uniqueid,
                SimulatedChannel.State.RING,
                plan.callerNumber(),
                "hotline",
                plan.dialedNumber());
    }

    void start() {
        switchboard.onHangupRequest(caller, this::endByCaller);
        queue.join(this);
        switchboard.tell(caller.event("QueueCallerJoin")
                .with("Queue", SimulatedQueue.NAME)
                .with("Position", queue.positionOf(this))
                .with("Count", queue.waiting().size()));
        plan.patience()
                .ifPresent(patience -> cancelPatience = switchboard.timers().after(patience, this::abandon));
        offer();
    }

    SimulatedChannel callerChannel() {
        return caller;
    }

    long joinedAtMillis() {
        return joinedAtMillis;
    }

    /** A person who did not answer is not rung again for the same call; the colleagues take it. */
    boolean isForPerson() {
        return plan.isForPerson() && !hasRungAtPerson;
    }

    boolean hasTried(SimulatedAgent candidate) {
        return tried.contains(candidate);
    }

    private void offer() {
        if (isOver) {
            return;
        }
        var chosen = queue.chooseFor(this);
        if (chosen.isEmpty()) {
            tried.clear();
            cancelStep = switchboard.timers().after(RETRY_OFFER, this::offer);
            return;
        }
        ring(chosen.get());
    }

    private void ring(SimulatedAgent chosen) {
        tried.add(chosen);
        hasRungAtPerson |= chosen.isPerson();
        chosen.state = SimulatedAgent.State.RINGING;
        ringingSinceMillis = switchboard.timers().nowMillis();
        var leg = switchboard.create(
                chosen.deviceName(),
                switchboard.nextUniqueid(),
                caller.linkedid,
                SimulatedChannel.State.DOWN,
                chosen.extension,
                "desk",
                "s");
        agent = chosen;
        agentLeg = leg;
        switchboard.tell(aboutMember("AgentCalled", chosen, leg));
        switchboard.tell(switchboard.between("DialBegin", caller, leg).with("DialString", chosen.extension));
        switchboard.changeState(leg, SimulatedChannel.State.RINGING);
        switchboard.tell(switchboard.between("DialState", caller, leg).with("DialStatus", "RINGING"));
        switchboard.onHangupRequest(leg, this::endByAgent);
        switchboard.onAnswerRequest(leg, () -> answer(chosen, leg));
        cancelStep = switchboard.timers().after(ringTime(chosen), () -> afterRinging(chosen, leg));
    }

    /** A caller who is going to give up is not answered by the simulated colleagues. */
    private Duration ringTime(SimulatedAgent chosen) {
        if (chosen.isPerson() || plan.patience().isPresent()) {
            return AGENT_RING_TIMEOUT;
        }
        var habit = chosen.habit.orElseThrow();
        long spread =
                habit.answersAfterAtMost().minus(habit.answersAfterAtLeast()).toMillis();
        return habit.answersAfterAtLeast().plusMillis(random.nextLong(spread + 1));
    }

    private void afterRinging(SimulatedAgent chosen, SimulatedChannel leg) {
        if (chosen.isPerson() || plan.patience().isPresent()) {
            notAnswered(chosen, leg);
            return;
        }
        answer(chosen, leg);
    }

    private void notAnswered(SimulatedAgent chosen, SimulatedChannel leg) {
        switchboard.tell(switchboard.between("DialEnd", caller, leg).with("DialStatus", "NOANSWER"));
        switchboard.tell(aboutMember("AgentRingNoAnswer", chosen, leg)
                .with("RingTime", switchboard.timers().nowMillis() - ringingSinceMillis));
        switchboard.hangUp(leg, NO_ANSWER_CAUSE, "User alerting, no answer");
        chosen.state = SimulatedAgent.State.READY;
        agent = null;
        agentLeg = null;
        offer();
    }

    private void answer(SimulatedAgent chosen, SimulatedChannel leg) {
        cancelStep.run();
        cancelPatience.run();
        switchboard.noLongerAnswers(leg);
        answeredAtMillis = switchboard.timers().nowMillis();
        chosen.state = SimulatedAgent.State.TALKING;
        chosen.callsTaken++;
        switchboard.changeState(leg, SimulatedChannel.State.UP);
        switchboard.tell(switchboard.between("DialEnd", caller, leg).with("DialStatus", "ANSWER"));
        leaveQueue();
        switchboard.tell(aboutMember("AgentConnect", chosen, leg)
                .with("HoldTime", (answeredAtMillis - joinedAtMillis) / 1000)
                .with("RingTime", (answeredAtMillis - ringingSinceMillis) / 1000));
        switchboard.changeState(caller, SimulatedChannel.State.UP);
        switchboard.bridge(caller, leg);
        cancelStep = switchboard.timers().after(plan.talk(), this::endByCaller);
    }

    private void abandon() {
        if (isOver || answeredAtMillis > 0) {
            return;
        }
        isOver = true;
        cancelStep.run();
        switchboard.tell(caller.event("QueueCallerAbandon")
                .with("Queue", SimulatedQueue.NAME)
                .with("Position", queue.positionOf(this))
                .with("OriginalPosition", 1)
                .with("HoldTime", (switchboard.timers().nowMillis() - joinedAtMillis) / 1000));
        leaveQueue();
        var leg = agentLeg;
        if (leg != null) {
            switchboard.tell(switchboard.between("DialEnd", caller, leg).with("DialStatus", "CANCEL"));
            switchboard.hangUp(leg, 0, "Unknown");
            releaseAgent(Duration.ZERO);
        }
        switchboard.hangUp(caller, ABANDONED_CAUSE, "Interworking, unspecified");
    }

    private void endByCaller() {
        if (answeredAtMillis == 0) {
            cancelPatience.run();
            abandon();
            return;
        }
        end("caller");
    }

    private void endByAgent() {
        var leg = agentLeg;
        var chosen = agent;
        if (answeredAtMillis == 0 && leg != null && chosen != null) {
            cancelStep.run();
            notAnswered(chosen, leg);
            return;
        }
        end("agent");
    }

    private void end(String reason) {
        var leg = agentLeg;
        var chosen = agent;
        if (isOver || leg == null || chosen == null) {
            return;
        }
        isOver = true;
        cancelStep.run();
        switchboard.unbridge(caller, leg);
        switchboard.tell(aboutMember("AgentComplete", chosen, leg)
                .with("HoldTime", (answeredAtMillis - joinedAtMillis) / 1000)
                .with("TalkTime", (switchboard.timers().nowMillis() - answeredAtMillis) / 1000)
                .with("Reason", reason));
        switchboard.hangUp(leg);
        switchboard.hangUp(caller);
        releaseAgent(WRAP_UP);
    }

    private void leaveQueue() {
        var position = queue.positionOf(this);
        queue.leave(this);
        switchboard.tell(caller.event("QueueCallerLeave")
                .with("Queue", SimulatedQueue.NAME)
                .with("Position", position)
                .with("Count", queue.waiting().size()));
    }

    private void releaseAgent(Duration rest) {
        var released = agent;
        if (released == null) {
            return;
        }
        released.state = SimulatedAgent.State.RESTING;
        switchboard.timers().after(rest, () -> released.state = SimulatedAgent.State.READY);
    }

    private AmiMessage aboutMember(String eventName, SimulatedAgent member, SimulatedChannel leg) {
        return switchboard
                .between(eventName, caller, leg)
                .with("Queue", SimulatedQueue.NAME)
                .with("MemberName", member.deviceName())
                .with("Interface", member.deviceName());
    }
}
