package org.rescueline.spotcheck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialResult;

class JudgesSpotCheckTest {

    private static final Instant START = Instant.parse("2026-01-14T02:14:07Z");
    private static final Duration THREE_RINGS = Duration.ofSeconds(15);

    @ParameterizedTest
    @CsvSource({
        "ANSWERED, 3.2, ANSWERED_IN_TIME",
        "ANSWERED, 15.0, ANSWERED_IN_TIME",
        "ANSWERED, 15.1, ANSWERED_LATE",
        "NO_ANSWER, 40.0, NO_ANSWER",
        "BUSY, , BUSY",
        "REJECTED, 4.0, BUSY",
        "UNREACHABLE, , UNREACHABLE",
        "LINE_FAILED, , OUR_LINE_FAILED",
        "OPERATOR_DID_NOT_ANSWER, , OUR_LINE_FAILED"
    })
    void judgesWhatTheSwitchSaw(DialResult result, @Nullable Double ringSeconds, DutyPhoneVerdict verdict) {
        // When
        var judgement = JudgesSpotCheck.judge(outcome(result, ringSeconds, null), THREE_RINGS);

        // Then
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.ringSeconds()).isEqualTo(ringSeconds);
    }

    @Test
    void timesFromTheDialWhenTheNetworkNeverSignalledRinging() {
        // Given
        var answeredAfter16Seconds = outcome(DialResult.ANSWERED, null, START.plusMillis(16_500));

        // When
        var judgement = JudgesSpotCheck.judge(answeredAfter16Seconds, THREE_RINGS);

        // Then
        assertThat(judgement.verdict()).isEqualTo(DutyPhoneVerdict.ANSWERED_LATE);
        assertThat(judgement.ringSeconds()).isEqualTo(16.5);
    }

    @Property
    void neverBlamesTheStationForOurOwnLine(@ForAll @DoubleRange(max = 120) double ringSeconds) {
        // When
        var judgement = JudgesSpotCheck.judge(outcome(DialResult.LINE_FAILED, ringSeconds, null), THREE_RINGS);

        // Then
        assertThat(judgement.verdict().counts()).isFalse();
    }

    @Property
    void isInTimeExactlyUpToTheThreshold(@ForAll @DoubleRange(max = 60) double ringSeconds) {
        // When
        var judgement = JudgesSpotCheck.judge(outcome(DialResult.ANSWERED, ringSeconds, null), THREE_RINGS);

        // Then
        assertThat(judgement.verdict() == DutyPhoneVerdict.ANSWERED_IN_TIME).isEqualTo(ringSeconds <= 15);
    }

    private static DialOutcome outcome(DialResult result, @Nullable Double ringSeconds, @Nullable Instant answeredAt) {
        return new DialOutcome(
                result, ringSeconds, 0, 16, START, null, answeredAt, START.plusSeconds(45), new java.util.UUID(0, 1));
    }
}
