package org.rescueline.event;

import java.util.List;

/**
 * One question of the call-taking form. Its words are translated where they are shown.
 *
 * @param order place in the form, from 1
 * @param choices empty for a text question
 * @param kinds the kinds of case for which it is asked
 */
public record Question(QuestionCode code, int order, QuestionType type, List<Choice> choices, List<EventKind> kinds) {

    /** Defensive copies, so that the catalogue cannot be changed by a reader. */
    public Question {
        choices = List.copyOf(choices);
        kinds = List.copyOf(kinds);
    }

    /**
     * One answer that may be picked.
     *
     * @param value what is stored
     * @param key the key that picks it while the question has the focus
     */
    public record Choice(String value, String key) {}

    /** Whether the value may be stored as an answer to this question. */
    public boolean accepts(String value) {
        if (type == QuestionType.TEXT) {
            return !value.isBlank() && value.length() <= Questions.LONGEST_TEXT_ANSWER;
        }
        return choices.stream().anyMatch(choice -> choice.value().equals(value));
    }
}
