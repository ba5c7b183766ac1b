package org.rescueline.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rescueline.event.internal.DecidesAttachment.Candidate;

class DecidesAttachmentTest {

    private static final UUID TRUCK = new UUID(0, 21);
    private static final UUID OTHER_TRUCK = new UUID(0, 47);

    @Test
    void goesOnWithTheCaseOfTheCallersOnlyTruck() {
        // Given
        var open = candidate(1, TRUCK);

        // When
        var decision = DecidesAttachment.decide(List.of(open), Set.of(TRUCK));

        // Then
        assertThat(decision).contains(open.eventId());
    }

    @Test
    void goesOnWithACaseThatHasNoTruckYet() {
        // Given
        var open = candidate(1, null);

        // When
        var decision = DecidesAttachment.decide(List.of(open), Set.of(TRUCK, OTHER_TRUCK));

        // Then
        assertThat(decision).contains(open.eventId());
    }

    @Test
    void goesOnForANumberThatTheRegisterDoesNotKnow() {
        // Given
        var open = candidate(1, TRUCK);

        // When
        var decision = DecidesAttachment.decide(List.of(open), Set.of());

        // Then
        assertThat(decision).contains(open.eventId());
    }

    @Test
    void leavesItToTheOperatorWhenTheCallerMayMeanAnotherTruck() {
        // Given
        var open = candidate(1, TRUCK);

        // When
        var decision = DecidesAttachment.decide(List.of(open), Set.of(TRUCK, OTHER_TRUCK));

        // Then
        assertThat(decision).isEmpty();
    }

    @Test
    void prefersTheNewestCase() {
        // Given
        var older = candidate(1, TRUCK);
        var newer = candidate(2, TRUCK);

        // When
        var decision = DecidesAttachment.decide(List.of(newer, older), Set.of(TRUCK));

        // Then
        assertThat(decision).contains(newer.eventId());
    }

    private static Candidate candidate(int hour, @Nullable UUID vehicleId) {
        return new Candidate(new UUID(1, hour), vehicleId, Instant.parse("2026-01-14T0%d:00:00Z".formatted(hour)));
    }
}
