package org.rescueline.vehicle.gps.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.rescueline.shared.Failure;

/** Positions written one to a line: JSON (NDJSON), or CSV under a line of names. */
final class FeedLines {
    private static final int MOST_LINES = 100_000;
    private static final Pattern LINE_END = Pattern.compile("\\r?\\n");

    private FeedLines() {}

    /** One JSON object a line. A line that is no JSON becomes text, which is refused under its index like any bad item. */
    static JsonNode json(ObjectMapper mapper, String body) {
        ArrayNode items = mapper.createArrayNode();
        for (String line : lines(body)) {
            items.add(read(mapper, line));
        }
        return items;
    }

    /**
     * A line of names and one position in each further line: {@code terminal, time, latitude, longitude} and whatever else
     * our own JSON has, in any order. A field may stand between quotes.
     */
    static JsonNode csv(ObjectMapper mapper, String body) {
        List<String> lines = lines(body);
        if (lines.isEmpty()) {
            throw Failure.invalid("body", "shared.field-required");
        }
        List<String> names = fields(lines.get(0));
        ArrayNode items = mapper.createArrayNode();
        for (String line : lines.subList(1, lines.size())) {
            ObjectNode item = items.addObject();
            List<String> values = fields(line);
            for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                item.put(names.get(i).strip(), values.get(i).strip());
            }
        }
        return items;
    }

    private static JsonNode read(ObjectMapper mapper, String line) {
        try {
            return mapper.readTree(line);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(line);
        }
    }

    /** Without a byte-order mark, as spreadsheets write one, and without empty lines. */
    private static List<String> lines(String body) {
        String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
        List<String> lines =
                LINE_END.splitAsStream(text).filter(line -> !line.isBlank()).toList();
        if (lines.size() > MOST_LINES) {
            throw Failure.invalid(List.of(), "vehicle.too-many", Map.of("max", MOST_LINES));
        }
        return lines;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == '"') {
                isQuoted = !isQuoted;
            } else if (next == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(next);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
