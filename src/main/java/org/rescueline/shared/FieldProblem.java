package org.rescueline.shared;

import java.util.Map;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field as the caller wrote it, such as {@code toldPlace.postMeters}
 * @param code the key of the sentence, such as {@code event.kind-unknown}; the part before the dot is the room
 * @param arguments what the sentence names
 */
public record FieldProblem(String field, String code, Map<String, Object> arguments) {

    public FieldProblem {
        arguments = Map.copyOf(arguments);
    }
}
