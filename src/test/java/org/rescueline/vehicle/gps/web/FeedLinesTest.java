package org.rescueline.vehicle.gps.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Failure;

class FeedLinesTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void readsOneObjectALineAndLeavesABadLineToBeRefused() {
        // Given
        String body = "{\"terminal\":\"a\"}\r\n\n{broken\n{\"terminal\":\"b\"}";

        // When
        JsonNode items = FeedLines.json(mapper, body);

        // Then
        assertThat(items).hasSize(3);
        assertThat(items.get(0).get("terminal").asText()).isEqualTo("a");
        assertThat(items.get(1).isObject()).isFalse();
        assertThat(items.get(2).get("terminal").asText()).isEqualTo("b");
    }

    @Test
    void readsColumnsByTheirNamesInWhateverOrder() {
        // Given a file as a spreadsheet writes it
        String body = "\uFEFFlatitude,longitude,terminal,time\r\n34.5,109.4,\"truck,1\",2026-01-14T02:14:07Z\r\n";

        // When
        JsonNode items = FeedLines.csv(mapper, body);

        // Then
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("latitude").asText()).isEqualTo("34.5");
        assertThat(items.get(0).get("terminal").asText()).isEqualTo("truck,1");
    }

    @Test
    void refusesAFileWithoutALineOfNames() {
        // Given
        String body = " \n";

        // When
        var reading = assertThatThrownBy(() -> FeedLines.csv(mapper, body));

        // Then
        reading.isInstanceOf(Failure.class);
    }
}
