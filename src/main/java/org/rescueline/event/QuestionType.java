package org.rescueline.event;

/** How a question is answered. */
public enum QuestionType {
    /** One of the given choices. */
    CHOICE,
    /** Free words, at most {@value Questions#LONGEST_TEXT_ANSWER} characters. */
    TEXT
}
