package org.rescueline.telephony.internal.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.MenuChoice;

class InboundStoryTest {

    private static final Instant T0 = Instant.parse("2026-01-14T02:14:07Z");
    private static final String CALL = "hotline-1768356847.1";
    private static final String CALLER = "PJSIP/hotline-trunk-00000001";
    private static final String FIRST = "PJSIP/1001-00000002";
    private static final String SECOND = "PJSIP/1002-00000003";

    private final List<LegReport> reports = new ArrayList<>();

    @Test
    void countsAPhonePickedUpTooLateAsAbandoned() {
        // Given
        callerQueues();
        told(CALL, "2", FIRST, Moment.RINGING, 2);
        told(CALL, "2", FIRST, Moment.ANSWERED, 9);
        told(CALL, CALL, CALLER, Moment.ENDED, 9);

        // When
        var story = story(CALL);

        // Then
        assertThat(story.state()).isEqualTo(CallState.ABANDONED);
    }

    @Test
    void isNotAnsweredByTheQueueThatPicksUpForTheCaller() {
        // Given
        callerQueues();

        // When
        var story = story(CALL);

        // Then
        assertThat(story.state()).isEqualTo(CallState.QUEUED);
        assertThat(story.answeredAt()).isNull();
    }

    @Test
    void keepsWhatTheCallerChoseAndThatACallbackWasAsked() {
        // Given
        callerQueues();
        told(CALL, CALL, CALLER, Moment.CHOSE_RESCUE, 1);
        told(CALL, CALL, CALLER, Moment.CALLBACK_REQUESTED, 40);
        told(CALL, CALL, CALLER, Moment.ENDED, 42);

        // When
        var story = story(CALL);

        // Then
        assertThat(story.choice()).isEqualTo(MenuChoice.RESCUE);
        assertThat(story.callbackRequested()).isTrue();
        assertThat(story.state()).isEqualTo(CallState.ABANDONED);
    }

    @Test
    void ringsTheSecondOperatorAfterTheFirstDidNotAnswer() {
        // Given
        callerQueues();
        told(CALL, "2", FIRST, Moment.RINGING, 2);
        told(CALL, "2", FIRST, Moment.ENDED, 20);
        told(CALL, "3", SECOND, Moment.RINGING, 21);

        // When
        var story = story(CALL);

        // Then
        assertThat(story.state()).isEqualTo(CallState.RINGING);
        assertThat(story.ringingExtensions()).containsExactly("1002");
        assertThat(story.ringingAt()).isEqualTo(T0.plusSeconds(2));
    }

    @Test
    void countsATransferOnceAndNamesWhoHasTheCallNow() {
        // Given
        callerQueues();
        answers("2", FIRST, 5);
        answers("3", SECOND, 60);
        told(CALL, "2", FIRST, Moment.ENDED, 61);

        // When
        var story = story(CALL);

        // Then
        assertThat(story.state()).isEqualTo(CallState.ANSWERED);
        assertThat(story.answeredAt()).isEqualTo(T0.plusSeconds(5));
        assertThat(story.operatorExtension()).isEqualTo("1002");
    }

    @Test
    void takesALegFromTheConsultationThatATransferEnds() {
        // Given
        var consultation = "hotline-1768356900.7";
        callerQueues();
        answers("2", FIRST, 5);
        told(consultation, consultation, "PJSIP/1001-00000007", Moment.STARTED, 30);
        told(consultation, "8", SECOND, Moment.STARTED, 31);
        told(consultation, "8", SECOND, Moment.ANSWERED, 33);
        told(CALL, "8", SECOND, Moment.BRIDGED, 40);
        told(CALL, "2", FIRST, Moment.ENDED, 40);
        told(consultation, consultation, "PJSIP/1001-00000007", Moment.ENDED, 40);

        // When
        var call = story(CALL);
        var asked = story(consultation);

        // Then
        assertThat(call.operatorExtension()).isEqualTo("1002");
        assertThat(call.legs()).hasSize(3);
        assertThat(asked.direction()).isEqualTo(CallDirection.INTERNAL);
        assertThat(asked.legs()).hasSize(1);
    }

    @Test
    void isOverWhenTheCallerIsGone() {
        // Given
        callerQueues();
        answers("2", FIRST, 5);
        told(CALL, CALL, CALLER, Moment.ENDED, 50);

        // When
        var story = story(CALL);

        // Then
        assertThat(story.state()).isEqualTo(CallState.ENDED);
        assertThat(story.endedAt()).isEqualTo(T0.plusSeconds(50));
    }

    @Test
    void knowsACallByItsLaterLegsWhenTheFirstNewsWasLost() {
        // Given
        told(CALL, "2", FIRST, Moment.RINGING, 2);
        told(CALL, CALL, CALLER, Moment.BRIDGED, 5);

        // When
        var story = story(CALL);

        // Then
        assertThat(story.direction()).isEqualTo(CallDirection.INBOUND);
    }

    private void callerQueues() {
        told(CALL, CALL, CALLER, Moment.STARTED, 0);
        told(CALL, CALL, CALLER, Moment.ANSWERED, 0);
        told(CALL, CALL, CALLER, Moment.QUEUED, 1);
    }

    private void answers(String uniqueid, String channel, int second) {
        told(CALL, uniqueid, channel, Moment.RINGING, second - 1);
        told(CALL, uniqueid, channel, Moment.ANSWERED, second);
        told(CALL, uniqueid, channel, Moment.BRIDGED, second);
    }

    private void told(String linkedid, String uniqueid, String channel, Moment moment, int second) {
        reports.add(LegReport.live(linkedid, uniqueid, channel, moment, T0.plusSeconds(second)));
    }

    private CallStory story(String linkedid) {
        return Stories.of(reports, null).get(linkedid);
    }
}
