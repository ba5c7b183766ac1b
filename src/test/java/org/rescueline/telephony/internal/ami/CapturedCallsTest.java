package org.rescueline.telephony.internal.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialResult;
import org.rescueline.telephony.LegRole;
import org.rescueline.telephony.internal.fold.CallStory;
import org.rescueline.telephony.internal.fold.PlayedLeg;
import org.rescueline.telephony.internal.fold.Stories;
import org.rescueline.telephony.internal.fold.TellsOutcome;
import org.rescueline.telephony.manager.CapturedCase;

/** What the ledger says of calls that a real Asterisk 22 told. */
class CapturedCallsTest {

    /** What the captured attempts gave the far party. */
    private static final Duration RING_TIMEOUT = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(
            strings = {"answered-400", "answered-800", "answered-operator-hangs-up", "answered-rings-until-operator"})
    void tellsAnAnsweredCallWithEveryInstant(String name) {
        // Given
        var captured = new CapturedCase(name);

        // When
        var story = only(captured);

        // Then
        assertThat(story.direction()).isEqualTo(CallDirection.INBOUND);
        assertThat(story.state()).isEqualTo(CallState.ENDED);
        assertThat(story.callerNumber()).isEqualTo("13800138001");
        assertThat(story.operatorExtension()).isEqualTo("1001");
        assertThat(story.offeredAt()).isBeforeOrEqualTo(story.queuedAt());
        assertThat(story.queuedAt()).isBeforeOrEqualTo(story.ringingAt());
        assertThat(story.ringingAt()).isBefore(story.answeredAt());
        assertThat(story.answeredAt()).isBefore(story.endedAt());
        assertThat(story.abandonedAt()).isNull();
        assertThat(story.hangupCause()).isEqualTo(16);
        assertThat(story.rebuilt()).isFalse();
    }

    @Test
    void keepsTheNumberThatWasCalled() {
        // Given
        var first = new CapturedCase("answered-400");
        var second = new CapturedCase("answered-800");

        // When
        var numbers = List.of(only(first).dialedNumber(), only(second).dialedNumber());

        // Then
        assertThat(numbers).containsExactly("4008809818", "8008409818");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abandoned-bye", "abandoned-cancel", "abandoned-nobody-free"})
    void tellsAnAbandonedCall(String name) {
        // Given
        var captured = new CapturedCase(name);

        // When
        var story = only(captured);

        // Then
        assertThat(story.state()).isEqualTo(CallState.ABANDONED);
        assertThat(story.answeredAt()).isNull();
        assertThat(story.abandonedAt()).isEqualTo(story.endedAt());
        assertThat(story.operatorExtension()).isNull();
        assertThat(story.ringingExtensions()).isEmpty();
    }

    @Test
    void tellsACallbackByItsCustomerNotByTheOperatorWhoRangFirst() {
        // Given
        var captured = new CapturedCase("callback-answered");

        // When
        var story = only(captured);
        var outcome = TellsOutcome.tell(story, RING_TIMEOUT, null).orElseThrow();

        // Then
        assertThat(story.direction()).isEqualTo(CallDirection.OUTBOUND);
        assertThat(story.operatorExtension()).isEqualTo("1001");
        assertThat(outcome.result()).isEqualTo(DialResult.ANSWERED);
        assertThat(outcome.ringSeconds()).isBetween(0.1, 5.0);
        assertThat(outcome.talkSeconds()).isBetween(0.1, 5.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spot-check-answered", "spot-check-early-media-answered"})
    void measuresTheRingingOfASpotCheck(String name) {
        // Given
        var captured = new CapturedCase(name);

        // When
        var outcome = TellsOutcome.tell(only(captured), RING_TIMEOUT, null).orElseThrow();

        // Then
        assertThat(outcome.result()).isEqualTo(DialResult.ANSWERED);
        assertThat(outcome.ringSeconds()).isBetween(1.1, 1.3);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "callback-answered, ANSWERED",
        "callback-answered-operator-hangs-up, ANSWERED",
        "callback-carrier-fault, LINE_FAILED",
        "callback-customer-busy, BUSY",
        "callback-customer-no-answer, NO_ANSWER",
        "callback-customer-switched-off, UNREACHABLE",
        "callback-customer-unknown-number, UNREACHABLE",
        "callback-early-media-answered, ANSWERED",
        "callback-number-is-hostile, LINE_FAILED",
        "callback-operator-busy, OPERATOR_DID_NOT_ANSWER",
        "callback-operator-gives-up, NO_ANSWER",
        "callback-operator-no-answer, OPERATOR_DID_NOT_ANSWER",
        "spot-check-answered, ANSWERED",
        "spot-check-answered-and-hung-up, ANSWERED",
        "spot-check-answered-and-key-pressed, ANSWERED",
        "spot-check-busy, BUSY",
        "spot-check-carrier-ends-ringing, NO_ANSWER",
        "spot-check-carrier-fault, LINE_FAILED",
        "spot-check-early-media-answered, ANSWERED",
        "spot-check-early-media-no-answer, NO_ANSWER",
        "spot-check-no-answer, NO_ANSWER",
        "spot-check-switched-off, UNREACHABLE",
        "spot-check-trunk-down, LINE_FAILED",
        "spot-check-trunk-silent, LINE_FAILED",
        "spot-check-unknown-number, UNREACHABLE"
    })
    void tellsHowAnAttemptCameOut(String name, DialResult expected) {
        // Given
        var story = only(new CapturedCase(name));

        // When
        var outcome = TellsOutcome.tell(story, RING_TIMEOUT, null);

        // Then
        assertThat(outcome).map(DialOutcome::result).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer-attended", "transfer-blind", "transfer-by-the-service"})
    void countsATransferOnce(String name) {
        // Given
        var captured = new CapturedCase(name);

        // When
        var story = only(captured);

        // Then
        assertThat(story.state()).isEqualTo(CallState.ENDED);
        assertThat(story.operatorExtension()).isEqualTo("1002");
        assertThat(story.legs()).extracting(PlayedLeg::role).contains(LegRole.CALLER, LegRole.OPERATOR);
        assertThat(Duration.between(story.offeredAt(), story.answeredAt())).isLessThan(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator-no-answer-then-second", "operator-refuses-then-second"})
    void givesTheCallToTheOperatorWhoTookIt(String name) {
        // Given
        var captured = new CapturedCase(name);

        // When
        var story = only(captured);

        // Then
        assertThat(story.state()).isEqualTo(CallState.ENDED);
        assertThat(story.operatorExtension()).isEqualTo("1002");
    }

    @Test
    void countsACallThatAStandInOutsideTheHouseAnsweredAsAnswered() {
        // Given
        var captured = new CapturedCase("queue-timeout-then-overflow-number");

        // When
        var story = only(captured);

        // Then
        assertThat(story.state()).isEqualTo(CallState.ENDED);
        assertThat(story.operatorExtension()).isNull();
    }

    @Test
    void staysWithACallerWhomTheQueueGaveUp() {
        // Given
        var captured = new CapturedCase("queue-timeout-then-everyone");

        // When
        var story = only(captured);

        // Then
        assertThat(story.state()).isEqualTo(CallState.ENDED);
        assertThat(story.abandonedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller-without-number", "caller-number-is-hostile"})
    void keepsWhatIsNoNumberOutOfTheLedger(String name) {
        // Given
        var captured = new CapturedCase(name);

        // When
        var story = only(captured);

        // Then
        assertThat(story.callerNumber()).isNull();
        assertThat(story.state()).isEqualTo(CallState.ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-callers-at-once", "second-caller-waits-for-the-first"})
    void keepsCallersApart(String name) {
        // Given
        var reports = CapturedReports.of(new CapturedCase(name));

        // When
        var stories = Stories.of(reports, null);

        // Then
        assertThat(stories).hasSize(2);
        assertThat(stories.values()).allMatch(story -> story.state() == CallState.ENDED);
    }

    private static CallStory only(CapturedCase captured) {
        var stories = Stories.of(CapturedReports.of(captured), captured.purpose());
        assertThat(stories).hasSize(1);
        return stories.values().iterator().next();
    }
}
