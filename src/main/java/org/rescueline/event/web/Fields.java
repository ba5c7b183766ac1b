package org.rescueline.event.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.Edit;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;

/**
 * Reads the fields of a partial edit, where left out and {@code null} mean different things. Collects everything that is
 * wrong, so that one answer names every field.
 */
final class Fields {

    private final JsonNode json;
    private final String prefix;
    private final List<FieldProblem> problems;

    private Fields(JsonNode json, String prefix, List<FieldProblem> problems) {
        this.json = json;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** The fields of a request body, which must be an object with no other fields than these. */
    static Fields of(@Nullable JsonNode body, Set<String> known) {
        if (body == null || !body.isObject()) {
            throw Failure.invalid("body", "event.body-object");
        }
        var fields = new Fields(body, "", new ArrayList<>());
        fields.refuseOthersThan(known);
        return fields;
    }

    /** The fields of an object within; absent when it is left out or null. */
    @Nullable
    Fields within(String name, Set<String> known) {
        var inner = json.get(name);
        if (inner == null || inner.isNull()) {
            return null;
        }
        if (!inner.isObject()) {
            problem(name, "event.field-object");
            return null;
        }
        var fields = new Fields(inner, prefix + name + ".", problems);
        fields.refuseOthersThan(known);
        return fields;
    }

    boolean has(String name) {
        return json.has(name);
    }

    Edit<String> text(String name, int longest) {
        return edit(name, node -> readText(name, node, longest));
    }

    <E extends Enum<E>> Edit<E> choice(String name, Class<E> type) {
        return edit(name, node -> readChoice(name, node, type));
    }

    Edit<UUID> id(String name) {
        return edit(name, node -> readId(name, node));
    }

    /** A number, within bounds both included. */
    Edit<Double> number(String name, double least, double most) {
        return edit(name, node -> {
            if (node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most) {
                return node.doubleValue();
            }
            problems.add(new FieldProblem(prefix + name, "event.field-number", Map.of("least", least, "most", most)));
            return null;
        });
    }

    boolean flag(String name) {
        var node = json.get(name);
        if (node == null || node.isNull() || node.isBoolean()) {
            return node != null && node.asBoolean();
        }
        problem(name, "event.field-flag");
        return false;
    }

    /** Every entry with its value as text; null stands for the empty text. */
    Iterator<Map.Entry<String, JsonNode>> entries() {
        return json.properties().iterator();
    }

    void problem(String name, String code) {
        problems.add(new FieldProblem(prefix + name, code, Map.of()));
    }

    /** Fails when anything was wrong. */
    void finish() {
        if (!problems.isEmpty()) {
            throw Failure.invalid(problems);
        }
    }

    private <T> Edit<T> edit(String name, Function<JsonNode, @Nullable T> reading) {
        var node = json.get(name);
        if (node == null) {
            return Edit.keep();
        }
        return node.isNull() ? Edit.to(null) : Edit.to(reading.apply(node));
    }

    private @Nullable String readText(String name, JsonNode node, int longest) {
        if (node.isTextual() && node.textValue().length() <= longest) {
            return node.textValue();
        }
        problems.add(new FieldProblem(prefix + name, "event.field-text", Map.of("longest", longest)));
        return null;
    }

    private <E extends Enum<E>> @Nullable E readChoice(String name, JsonNode node, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(node.asText()))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(new FieldProblem(
                            prefix + name, "event.field-choice", Map.of("value", shown(node.asText()))));
                    return null;
                });
    }

    private @Nullable UUID readId(String name, JsonNode node) {
        try {
            return UUID.fromString(node.asText());
        } catch (IllegalArgumentException notAnId) {
            problem(name, "event.field-id");
            return null;
        }
    }

    private void refuseOthersThan(Set<String> known) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(new FieldProblem(prefix + name, "shared.field-unknown", Map.of("field", shown(name))));
            }
        });
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
