package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void sortsByTheOrderOfMakingEvenWithinOneMillisecond() {
        // When
        var ids = IntStream.range(0, 20_000).mapToObj(turn -> Ids.next()).toList();

        // Then
        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.comparing(UUID::toString));
        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    void goesOnUpwardsWhenTheClockIsSetBack() {
        // Given
        var before = Ids.next();

        // When
        var after = Ids.at(0);

        // Then
        assertThat(after.toString()).isGreaterThan(before.toString());
    }
}
