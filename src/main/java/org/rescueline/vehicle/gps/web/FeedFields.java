package org.rescueline.vehicle.gps.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;

/** Reads the fields of foreign JSON leniently – numbers as texts, unknown fields passed over – and names what is wrong. */
final class FeedFields {
    /** Epoch seconds have ten digits until the year 2286, milliseconds have more. */
    private static final long LARGEST_EPOCH_SECOND = 10_000_000_000L;

    private static final int LONGEST_TERMINAL = 64;

    private FeedFields() {}

    static String terminal(String field, @Nullable JsonNode node) {
        String name = text(node);
        if (name == null) {
            throw Failure.invalid(field, "shared.field-required");
        }
        if (name.length() > LONGEST_TERMINAL || !name.matches("[!-~]+")) {
            throw Failure.invalid(field, "vehicle.terminal-phone-malformed");
        }
        return name;
    }

    static double number(String field, @Nullable JsonNode node) {
        Double value = optionalNumber(field, node);
        if (value == null) {
            throw Failure.invalid(field, "shared.field-required");
        }
        return value;
    }

    static @Nullable Double optionalNumber(String field, @Nullable JsonNode node) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Failure.invalid(field, "shared.field-value-invalid", Map.of("field", field));
    }

    /** ISO 8601 with zone, or seconds or milliseconds since 1970. */
    static @Nullable Instant time(String field, @Nullable JsonNode node) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        try {
            return text.matches("\\d{1,16}(\\.\\d+)?") ? epoch(Double.parseDouble(text)) : iso(text);
        } catch (DateTimeException e) {
            throw Failure.invalid(field, "vehicle.instant-malformed", Map.of("field", field));
        }
    }

    static @Nullable Boolean flag(@Nullable JsonNode node) {
        String text = text(node);
        return text == null ? null : text.equalsIgnoreCase("true") || text.equals("1");
    }

    static @Nullable String text(@Nullable JsonNode node) {
        if (node == null
                || node.isNull()
                || node.isContainerNode()
                || node.asText().isBlank()) {
            return null;
        }
        return node.asText().strip();
    }

    private static Instant epoch(double number) {
        return number < LARGEST_EPOCH_SECOND
                ? Instant.ofEpochMilli(Math.round(number * 1000))
                : Instant.ofEpochMilli(Math.round(number));
    }

    /** Traccar writes {@code +0000} where the standard wants a colon. */
    private static Instant iso(String text) {
        return OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                .toInstant();
    }
}
