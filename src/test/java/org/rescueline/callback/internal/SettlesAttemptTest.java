package org.rescueline.callback.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rescueline.callback.CallbackState;
import org.rescueline.callback.internal.SettlesAttempt.Next;
import org.rescueline.telephony.DialResult;

class SettlesAttemptTest {

    private static final Instant NOW = Instant.parse("2026-01-14T02:14:07Z");
    private final SettlesAttempt settles = new SettlesAttempt(
            new RetryLadder(List.of(Duration.ofMinutes(5), Duration.ofMinutes(15)), Duration.ofSeconds(30)));

    @Test
    void asksTheOperatorWhetherItWasTheRightPartyOnceSomebodyAnswered() {
        // When
        var next = settles.afterOutcome(DialResult.ANSWERED, 1, NOW);

        // Then
        assertThat(next.state()).isEqualTo(CallbackState.TO_CONFIRM);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "BUSY", "REJECTED", "UNREACHABLE"})
    void isDueAgainOnTheNextRungWhenTheCustomerWasNotReached(DialResult result) {
        // When
        var next = settles.afterOutcome(result, 2, NOW);

        // Then
        assertThat(next).isEqualTo(new Next(CallbackState.DUE, NOW.plus(Duration.ofMinutes(15))));
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "BUSY", "REJECTED", "UNREACHABLE"})
    void isGivenUpAfterTheLastAttempt(DialResult result) {
        // When
        var next = settles.afterOutcome(result, 3, NOW);

        // Then
        assertThat(next.state()).isEqualTo(CallbackState.GIVEN_UP);
    }

    @Property
    void isNeverGivenUpForAFaultOfOurOwn(@ForAll @IntRange(max = 50) int spentBefore) {
        // When
        var next = List.of(
                settles.afterOutcome(DialResult.LINE_FAILED, spentBefore, NOW),
                settles.afterOutcome(DialResult.OPERATOR_DID_NOT_ANSWER, spentBefore, NOW));

        // Then
        assertThat(next).containsOnly(new Next(CallbackState.DUE, NOW.plus(Duration.ofSeconds(30))));
    }

    @Property
    void alwaysLeavesTheAttemptBehind(@ForAll DialResult result, @ForAll @IntRange(min = 1, max = 20) int spent) {
        // When
        var next = settles.afterOutcome(result, spent, NOW);

        // Then
        assertThat(next.state().isInFlight()).isFalse();
        assertThat(next.dueAt()).isAfterOrEqualTo(NOW);
    }
}
