package org.rescueline.spotcheck.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.rescueline.station.StationSummary;

/** The station as it was when it was checked, in a JSON column. A row may be older or younger than the code. */
@Converter
class StationColumn implements AttributeConverter<StationSummary, String> {

    /** Hands a text to a {@code jsonb} column; the driver would otherwise quote it as one JSON string. */
    static final String WRITE = "cast(cast(? as text) as jsonb)";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable StationSummary station) {
        try {
            return station == null ? null : MAPPER.writeValueAsString(station);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalStateException("This station cannot be kept as JSON: " + station, notWritable);
        }
    }

    @Override
    public @Nullable StationSummary convertToEntityAttribute(@Nullable String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, StationSummary.class);
        } catch (JsonProcessingException notReadable) {
            throw new IllegalStateException("A stored spot check does not name its station", notReadable);
        }
    }
}
