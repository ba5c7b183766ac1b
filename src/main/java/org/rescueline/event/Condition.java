package org.rescueline.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a row of the priority table: the kind, or the answer to a question, is one of some values.
 *
 * @param about {@value #KIND}, or the name of a {@link QuestionCode}
 * @param anyOf names of {@link EventKind}s, or values that the question accepts; never empty
 */
public record Condition(String about, List<String> anyOf) {

    /** What {@link #about} says when the condition is on the kind of case. */
    public static final String KIND = "KIND";

    /** Defensive copy, so that a stored table cannot be changed by a reader. */
    public Condition {
        anyOf = List.copyOf(anyOf);
    }

    /** Whether it holds. An unanswered question fulfils no condition: nobody is taken for safe unasked. */
    boolean holds(@Nullable EventKind kind, Map<QuestionCode, String> answers) {
        if (KIND.equals(about)) {
            return kind != null && anyOf.contains(kind.name());
        }
        var answer = answers.get(QuestionCode.valueOf(about));
        return answer != null && anyOf.contains(answer);
    }
}
