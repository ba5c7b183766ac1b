package org.rescueline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.MadeUp;

/** What one node writes, the other reads back. */
@QuarkusTest
class SharedTopicsTest {

    @Inject
    ObjectMapper json;

    @Test
    void readsBackWhateverAnotherNodeTellsOfAnyTopic() throws IOException {
        var lenient = NodeNews.lenient(json);
        for (var shared : LiveTopics.SHARED) {
            for (int variant = 0; variant < MadeUp.VARIANTS; variant++) {
                // Given
                var fact = MadeUp.of(shared.fact(), variant);

                // When
                var back = lenient.readValue(lenient.writeValueAsString(fact), shared.fact());

                // Then
                assertThat(back).as(shared.topic().type()).isEqualTo(fact);
            }
        }
    }
}
