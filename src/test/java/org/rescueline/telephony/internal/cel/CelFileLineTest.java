package org.rescueline.telephony.internal.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelFileLineTest {

    @Test
    void readsInstantsToTheMicrosecond() {
        // Given
        var fields = List.of("1795470474.739899");

        // When
        var instant = CelFileLine.instantOf(fields);

        // Then
        assertThat(instant).isEqualTo(Instant.ofEpochSecond(1_795_470_474L, 739_899_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"1795470474.7", "1795470474.7,CHAN_START", "\"1795470474.739899\",\"ANSWER\""})
    void refusesWhatIsNotAWholeLine(String line) {
        // Given a line of which the rest was never written

        // When
        var fields = CelFileLine.parse(line);

        // Then
        assertThat(fields).isEmpty();
    }

    @Property(tries = 200)
    void readsBackWhateverAFieldHolds(
            @ForAll @Size(18) List<@StringLength(max = 12) @CharRange(from = ' ', to = '~') String> rest) {
        // Given
        var line = "\"1795470474.739899\","
                + rest.stream()
                        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","));

        // When
        var fields = CelFileLine.parse(line).orElse(Collections.emptyList());

        // Then
        assertThat(fields).hasSize(19);
        assertThat(fields.subList(1, 19)).isEqualTo(rest);
    }
}
