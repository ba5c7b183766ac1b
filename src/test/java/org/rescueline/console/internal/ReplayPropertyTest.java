package org.rescueline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReplayPropertyTest {

    private static final Topic<String> TOPIC = Topic.forAll("news", text -> text);

    /** Law: what is answered is everything after the given number and nothing else, or it is not answered at all. */
    @Property
    void answersEverythingSinceOrNothing(
            @ForAll @IntRange(min = 1, max = 40) int capacity,
            @ForAll @IntRange(min = 0, max = 120) int published,
            @ForAll @IntRange(min = 0, max = 130) int since) {
        // Given
        var replay = new Replay(capacity);
        LongStream.rangeClosed(1, published)
                .forEach(seq -> replay.add(new LiveMessage(seq, Instant.EPOCH, TOPIC, "news")));

        // When
        var missed = replay.since(since);

        // Then
        var isKnown = since <= published && published - since <= capacity;
        assertThat(missed.isPresent()).isEqualTo(isKnown);
        missed.ifPresent(messages -> assertThat(messages)
                .extracting(LiveMessage::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(since + 1L, published).boxed().toList()));
    }
}
