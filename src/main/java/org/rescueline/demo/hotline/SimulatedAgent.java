package org.rescueline.demo.hotline;

import java.time.Duration;
import java.util.Optional;

/**
 * A member of the simulated queue. A member without {@code habit} is a real person at the console: the phone rings
 * until the person answers from the page or the queue gives up. The others answer by themselves.
 */
final class SimulatedAgent {

    enum State {
        READY,
        RINGING,
        TALKING,
        RESTING
    }

    /** How long a simulated colleague lets the phone ring, at the least and at the most. */
    record Habit(Duration answersAfterAtLeast, Duration answersAfterAtMost) {}

    final String extension;
    final Optional<Habit> habit;
    State state = State.READY;
    boolean isPaused;
    int callsTaken;

    SimulatedAgent(String extension, Optional<Habit> habit) {
        this.extension = extension;
        this.habit = habit;
    }

    String deviceName() {
        return "PJSIP/" + extension;
    }

    boolean isFree() {
        return state == State.READY && !isPaused;
    }

    boolean isPerson() {
        return habit.isEmpty();
    }
}
