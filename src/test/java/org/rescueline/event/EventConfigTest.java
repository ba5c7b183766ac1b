package org.rescueline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.ConfigOf;

class EventConfigTest {

    @Test
    void attachesAndFlagsWithinADayByDefault() {
        // When
        var config = ConfigOf.defaults(EventConfig.class);

        // Then
        assertThat(config.attachWithin()).isEqualTo(Duration.ofHours(24));
        assertThat(config.repeatWithin()).isEqualTo(Duration.ofHours(24));
        assertThat(config.placeGapAlarm()).isEqualTo(2000);
        assertThat(config.callerCardPartDeadline()).isLessThan(config.callerCardDeadline());
    }

    @Test
    void readsEveryKey() {
        // When
        var config = ConfigOf.with(
                EventConfig.class,
                Map.of(
                        "rescueline.event.attach-within", "12H",
                        "rescueline.event.repeat-within", "48H",
                        "rescueline.event.place-gap-alarm", "500",
                        "rescueline.event.caller-card-deadline", "4S",
                        "rescueline.event.caller-card-part-deadline", "2S",
                        "rescueline.event.caller-card-history", "3",
                        "rescueline.event.position-queries", "2",
                        "rescueline.event.ringing-deadline", "20S",
                        "rescueline.event.story-timeline-every", "30S",
                        "rescueline.event.call-end-sweep-every", "10S"));

        // Then
        assertThat(config.attachWithin()).isEqualTo(Duration.ofHours(12));
        assertThat(config.repeatWithin()).isEqualTo(Duration.ofHours(48));
        assertThat(config.placeGapAlarm()).isEqualTo(500);
        assertThat(config.callerCardDeadline()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.callerCardPartDeadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.callerCardHistory()).isEqualTo(3);
        assertThat(config.positionQueries()).isEqualTo(2);
        assertThat(config.ringingDeadline()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.storyTimelineEvery()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.callEndSweepEvery()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void refusesAnAlarmThatIsNoDistance() {
        // When, Then
        assertThatThrownBy(() -> ConfigOf.with(EventConfig.class, Map.of("rescueline.event.place-gap-alarm", "near")))
                .isInstanceOf(RuntimeException.class);
    }
}
