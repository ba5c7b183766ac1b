package org.rescueline.demo.hotline;

import java.time.Duration;
import java.util.Optional;

/**
 * What a simulated caller will do.
 *
 * @param callerNumber the number that the switch sees, digits only
 * @param dialedNumber the hotline number called, digits only
 * @param patience after how long an unanswered caller hangs up; empty: waits until somebody answers
 * @param talk how long the conversation lasts
 * @param isForPerson whether the call rings at the person at the console first
 */
record CallPlan(
        String callerNumber, String dialedNumber, Optional<Duration> patience, Duration talk, boolean isForPerson) {}
