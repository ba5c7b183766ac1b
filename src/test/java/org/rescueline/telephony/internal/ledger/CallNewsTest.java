package org.rescueline.telephony.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.CallAbandoned;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallChanged;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallOffered;
import org.rescueline.telephony.CallRinging;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.CallView;

class CallNewsTest {

    private static final UUID ID = UUID.fromString("0193f2aa-7c11-7d30-9a55-0000000000aa");
    private static final Instant T0 = Instant.parse("2026-01-14T02:14:07Z");

    @Test
    void tellsNothingWhenNothingChanged() {
        // Given
        var call = call(CallDirection.INBOUND, CallState.QUEUED, List.of(), null);

        // When
        var news = CallNews.between(call, call);

        // Then
        assertThat(news).isEmpty();
    }

    @Test
    void tellsOfEachPhoneThatBeginsToRingOnce() {
        // Given
        var before = call(CallDirection.INBOUND, CallState.RINGING, List.of("1001"), null);
        var after = call(CallDirection.INBOUND, CallState.RINGING, List.of("1001", "1002"), null);

        // When
        var news = CallNews.between(before, after);

        // Then
        assertThat(news)
                .contains(new CallRinging(ID, "1002", after))
                .doesNotContain(new CallRinging(ID, "1001", after));
    }

    @Test
    void doesNotRingForACallThatIsLearntOfWhenItIsOver() {
        // Given
        var after = call(CallDirection.INBOUND, CallState.ABANDONED, List.of(), null);

        // When
        var news = CallNews.between(null, after);

        // Then
        assertThat(news)
                .containsExactly(new CallOffered(ID, after), new CallAbandoned(ID, after), new CallChanged(ID, after));
    }

    @Test
    void tellsTheOperatorToWhomACallIsHandedOver() {
        // Given
        var before = call(CallDirection.INBOUND, CallState.ANSWERED, List.of(), "1001");
        var after = call(CallDirection.INBOUND, CallState.ANSWERED, List.of(), "1002");

        // When
        var news = CallNews.between(before, after);

        // Then
        assertThat(news).containsExactly(new CallAnswered(ID, "1002", after), new CallChanged(ID, after));
    }

    @Test
    void tellsOfOtherCallsOnlyThatTheyChanged() {
        // Given
        var after = call(CallDirection.OUTBOUND, CallState.ANSWERED, List.of(), "1001");

        // When
        var news = CallNews.between(null, after);

        // Then
        assertThat(news).containsExactly(new CallChanged(ID, after));
    }

    private static CallView call(
            CallDirection direction, CallState state, List<String> ringing, @Nullable String operator) {
        return new CallView(
                ID,
                "hotline",
                "hotline-1.1",
                direction,
                null,
                state,
                "+8613800138001",
                "4008809818",
                T0,
                T0,
                null,
                null,
                null,
                null,
                ringing,
                operator,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                false,
                List.of());
    }
}
