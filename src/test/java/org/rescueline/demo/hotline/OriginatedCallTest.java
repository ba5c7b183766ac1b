package org.rescueline.demo.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OriginatedCallTest {

    private final HandTurnedTimers timers = new HandTurnedTimers();
    private final List<AmiMessage> events = new ArrayList<>();
    private final Switchboard switchboard = new Switchboard(timers, events::add);

    @Test
    void dialsTheCustomerOnlyAfterTheOperatorsLegIsUp() {
        // Given
        var action = originate("PJSIP/1001", "callback", "13800000021");

        // When
        new OriginatedCall(switchboard, action, new Random(1)).start();
        timers.pass(Duration.ofMillis(1_100));
        int channelsBeforeOperatorIsUp = switchboard.channels().size();
        timers.pass(Duration.ofMillis(200));

        // Then
        assertThat(channelsBeforeOperatorIsUp).isEqualTo(1);
        assertThat(switchboard.channels()).hasSize(2);
        assertThat(named("OriginateResponse").get(0).get("Reason")).isEqualTo("4");
    }

    @Test
    void givesTheChannelTheIdThatTheServiceChose() {
        // Given
        var action = originate("PJSIP/13700000001@outbound", "spot-check", "13700000001");

        // When
        new OriginatedCall(switchboard, action, new Random(1)).start();

        // Then
        assertThat(named("Newchannel").get(0).get("Uniqueid")).isEqualTo("attempt-1");
    }

    @Test
    void endsEveryDrawnFarEndWithOneResponseAndNoChannelLeft() {
        // When
        IntStream.range(0, 200).forEach(seed -> {
            new OriginatedCall(
                            switchboard,
                            originate("PJSIP/13700000001@outbound", "spot-check", "13700000001"),
                            new Random(seed))
                    .start();
            timers.pass(Duration.ofMinutes(1));
        });

        // Then
        assertThat(named("OriginateResponse")).hasSize(200);
        assertThat(named("OriginateResponse").stream().map(event -> event.get("Reason")))
                .contains("4", "3", "5", "0");
        assertThat(switchboard.channels()).isEmpty();
    }

    private static AmiMessage originate(String channel, String context, String exten) {
        return new AmiMessage()
                .with("Action", "Originate")
                .with("ActionID", "7")
                .with("Channel", channel)
                .with("Context", context)
                .with("Exten", exten)
                .with("ChannelId", "attempt-1")
                .with("Timeout", 30_000)
                .with("Async", true);
    }

    private List<AmiMessage> named(String name) {
        return events.stream().filter(event -> event.get("Event").equals(name)).toList();
    }
}
