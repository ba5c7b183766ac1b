package org.rescueline.event.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.Condition;
import org.rescueline.event.QuestionCode;
import org.rescueline.vehicle.PositionView;

/**
 * How values are written into JSON columns. Kept apart from the mapper that speaks to browsers, so that a change of
 * what pages see never changes what old rows mean. Unknown members are skipped: a row may be younger than the code.
 */
final class Json {

    /** Hands a text to a {@code jsonb} column; the driver would otherwise quote it as one JSON string. */
    static final String WRITE = "cast(cast(? as text) as jsonb)";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** Common to the converters: what a column holds, and how absent is written. */
    private abstract static class JsonColumn<T> implements AttributeConverter<T, String> {

        private final TypeReference<T> type;

        JsonColumn(TypeReference<T> type) {
            this.type = type;
        }

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable T value) {
            try {
                return value == null ? null : MAPPER.writeValueAsString(value);
            } catch (JsonProcessingException notWritable) {
                throw new IllegalStateException("This cannot be kept as JSON: " + value, notWritable);
            }
        }

        @Override
        public @Nullable T convertToEntityAttribute(@Nullable String json) {
            try {
                return json == null ? null : MAPPER.readValue(json, type);
            } catch (JsonProcessingException notReadable) {
                throw new IllegalStateException("A stored row does not read as " + type.getType(), notReadable);
            }
        }
    }

    /** Answers by question. */
    @Converter
    static class Answers extends JsonColumn<Map<QuestionCode, String>> {
        Answers() {
            super(new TypeReference<>() {});
        }
    }

    /** Conditions of a row of the priority table. */
    @Converter
    static class Conditions extends JsonColumn<List<Condition>> {
        Conditions() {
            super(new TypeReference<>() {});
        }
    }

    /** A position as it was. */
    @Converter
    static class Fix extends JsonColumn<PositionView> {
        Fix() {
            super(new TypeReference<>() {});
        }
    }

    /** Arguments of a timeline line. */
    @Converter
    static class Arguments extends JsonColumn<Map<String, Object>> {
        Arguments() {
            super(new TypeReference<>() {});
        }
    }
}
