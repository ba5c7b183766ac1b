package org.rescueline.telephony.internal.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.DialResult;

class TellsOutcomeTest {

    private static final Instant T0 = Instant.parse("2026-01-14T02:14:07Z");
    private static final Duration RING_TIMEOUT = Duration.ofSeconds(30);
    private static final String ATTEMPT = "0193f2aa-7c11-7d30-9a55-0000000000aa";
    private static final String DUTY_PHONE = "PJSIP/outbound-00000001";
    private static final String OPERATOR = "PJSIP/1001-00000002";
    private static final String CUSTOMER = "PJSIP/outbound-00000003";

    @ParameterizedTest(name = "cause {0}, rang {1}: {2}")
    @CsvSource({
        "17, false, BUSY",
        "17, true, BUSY",
        "21, true, REJECTED",
        "1, false, UNREACHABLE",
        "20, false, UNREACHABLE",
        "22, false, UNREACHABLE",
        "28, false, UNREACHABLE",
        "19, false, UNREACHABLE",
        "19, true, NO_ANSWER",
        "18, true, NO_ANSWER",
        "16, true, NO_ANSWER",
        "127, true, NO_ANSWER",
        "18, false, LINE_FAILED",
        "127, false, LINE_FAILED",
        "34, false, LINE_FAILED",
        "38, false, LINE_FAILED",
        "3, false, LINE_FAILED",
        "27, true, LINE_FAILED",
        "-1, false, LINE_FAILED"
    })
    void blamesTheFarPartyOnlyForWhatSpeaksOfIt(int cause, boolean rang, DialResult expected) {
        // Given a far leg that nobody answered

        // When
        var result = TellsOutcome.ofCause(cause, rang);

        // Then
        assertThat(result).isEqualTo(expected);
    }

    @Test
    void measuresRingingFromTheFirstRingToTheAnswer() {
        // Given
        var reports = List.of(
                report(ATTEMPT, DUTY_PHONE, Moment.STARTED, 0),
                report(ATTEMPT, DUTY_PHONE, Moment.RINGING, 2),
                report(ATTEMPT, DUTY_PHONE, Moment.ANSWERED, 9),
                report(ATTEMPT, DUTY_PHONE, Moment.ENDED, 12).withCause(16));

        // When
        var outcome = outcome(reports, DialPurpose.SPOT_CHECK);

        // Then
        assertThat(outcome.result()).isEqualTo(DialResult.ANSWERED);
        assertThat(outcome.ringSeconds()).isEqualTo(7.0);
        assertThat(outcome.talkSeconds()).isEqualTo(3.0);
    }

    @Test
    void keepsTheOperatorsOwnRingingOutOfTheCustomers() {
        // Given
        var reports = new ArrayList<LegReport>(operatorPicksUp());
        reports.add(report("other.1", CUSTOMER, Moment.STARTED, 5));
        reports.add(report("other.1", CUSTOMER, Moment.RINGING, 6));
        reports.add(report("other.1", CUSTOMER, Moment.ENDED, 36).withCause(19));
        reports.add(report(ATTEMPT, OPERATOR, Moment.ENDED, 37).withCause(16));

        // When
        var outcome = outcome(reports, DialPurpose.CALLBACK);

        // Then
        assertThat(outcome.result()).isEqualTo(DialResult.NO_ANSWER);
        assertThat(outcome.ringSeconds()).isEqualTo(30.0);
        assertThat(outcome.hangupCause()).isEqualTo(19);
    }

    @Test
    void saysThatTheOperatorDidNotPickUpAndTheCustomerNeverRang() {
        // Given
        var reports = List.of(
                report(ATTEMPT, OPERATOR, Moment.STARTED, 0),
                report(ATTEMPT, OPERATOR, Moment.RINGING, 0),
                report(ATTEMPT, OPERATOR, Moment.ENDED, 20).withCause(19));

        // When
        var outcome = outcome(reports, DialPurpose.CALLBACK);

        // Then
        assertThat(outcome.result()).isEqualTo(DialResult.OPERATOR_DID_NOT_ANSWER);
        assertThat(outcome.ringSeconds()).isNull();
    }

    @Test
    void blamesOurLineWhenTheOperatorWaitsAndNoFarLegIsMade() {
        // Given
        var reports = new ArrayList<LegReport>(operatorPicksUp());
        reports.add(report(ATTEMPT, OPERATOR, Moment.ENDED, 6).withCause(16));

        // When
        var outcome = outcome(reports, DialPurpose.CALLBACK);

        // Then
        assertThat(outcome.result()).isEqualTo(DialResult.LINE_FAILED);
    }

    @Test
    void hasNoOutcomeWhileALegIsUp() {
        // Given
        var story = story(operatorPicksUp(), DialPurpose.CALLBACK);

        // When
        var outcome = TellsOutcome.tell(story, RING_TIMEOUT, null);

        // Then
        assertThat(outcome).isEmpty();
    }

    private static List<LegReport> operatorPicksUp() {
        return List.of(
                report(ATTEMPT, OPERATOR, Moment.STARTED, 0),
                report(ATTEMPT, OPERATOR, Moment.RINGING, 0),
                report(ATTEMPT, OPERATOR, Moment.ANSWERED, 4));
    }

    private static LegReport report(String uniqueid, String channel, Moment moment, int second) {
        return LegReport.live(ATTEMPT, uniqueid, channel, moment, T0.plusSeconds(second));
    }

    private static CallStory story(List<LegReport> reports, DialPurpose purpose) {
        return Stories.of(reports, purpose).get(ATTEMPT);
    }

    private static DialOutcome outcome(List<LegReport> reports, DialPurpose purpose) {
        return TellsOutcome.tell(story(reports, purpose), RING_TIMEOUT, null).orElseThrow();
    }
}
