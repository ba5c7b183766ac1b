package org.rescueline.event;

import static org.rescueline.event.EventKind.EMERGENCY_RESCUE;
import static org.rescueline.event.EventKind.PRODUCT_COMPLAINT;
import static org.rescueline.event.EventKind.QUALITY_DEFECT;
import static org.rescueline.event.EventKind.REPAIR_REQUEST;
import static org.rescueline.event.EventKind.TECHNICAL_CONSULTATION;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rescueline.event.Question.Choice;

/**
 * The catalogue of structured questions. Safety comes first, then what the station must know to bring the right van.
 *
 * <p>The priority they yield is not written here: it is a table that an administrator edits, see {@link PriorityTable}.
 */
public final class Questions {

    /** Longest text answer, in characters. */
    public static final int LONGEST_TEXT_ANSWER = 100;

    private static final List<EventKind> ROADSIDE = List.of(EMERGENCY_RESCUE, REPAIR_REQUEST);
    private static final List<EventKind> TECHNICAL =
            List.of(EMERGENCY_RESCUE, REPAIR_REQUEST, TECHNICAL_CONSULTATION, PRODUCT_COMPLAINT, QUALITY_DEFECT);

    private static final List<Question> CATALOGUE = List.of(
            choice(QuestionCode.PERSON_SAFE, 1, ROADSIDE, "YES:Y", "NO:N", "UNKNOWN:0"),
            choice(QuestionCode.STOPPED_ON, 2, ROADSIDE, "LANE:1", "SHOULDER:2", "AREA:3", "OTHER:4"),
            choice(QuestionCode.INJURIES, 3, List.of(EMERGENCY_RESCUE), "NONE:N", "YES:Y", "UNKNOWN:0"),
            choice(QuestionCode.DANGEROUS_GOODS, 4, ROADSIDE, "NONE:N", "YES:Y", "UNKNOWN:0"),
            choice(QuestionCode.LOAD, 5, ROADSIDE, "EMPTY:1", "HALF:2", "FULL:3"),
            choice(QuestionCode.ENGINE, 6, TECHNICAL, "RUNS:1", "STARTS:2", "WONT_START:3"),
            choice(QuestionCode.WARNING_LAMP, 7, TECHNICAL, "COOLANT:1", "OIL:2", "CODE:3", "NONE:0"),
            new Question(QuestionCode.WARNING_CODE, 8, QuestionType.TEXT, List.of(), TECHNICAL),
            choice(QuestionCode.TEMPERATURE, 9, ROADSIDE, "BELOW_MINUS_10:1", "MINUS_10_TO_0:2", "ABOVE_0:3"));

    private static final Map<QuestionCode, Question> BY_CODE = byCode();

    private Questions() {}

    /** Every question, in the order of the form. */
    public static List<Question> all() {
        return CATALOGUE;
    }

    /** The questions asked for a kind of case, in the order of the form. */
    public static List<Question> of(EventKind kind) {
        return CATALOGUE.stream()
                .filter(question -> question.kinds().contains(kind))
                .toList();
    }

    /** The question with this code; every code has one. */
    public static Question get(QuestionCode code) {
        return Objects.requireNonNull(BY_CODE.get(code));
    }

    private static Question choice(QuestionCode code, int order, List<EventKind> kinds, String... valuesAndKeys) {
        var choices = Arrays.stream(valuesAndKeys)
                .map(pair -> new Choice(pair.substring(0, pair.indexOf(':')), pair.substring(pair.indexOf(':') + 1)))
                .toList();
        return new Question(code, order, QuestionType.CHOICE, choices, kinds);
    }

    private static Map<QuestionCode, Question> byCode() {
        var map = new EnumMap<QuestionCode, Question>(QuestionCode.class);
        CATALOGUE.forEach(question -> map.put(question.code(), question));
        return map;
    }
}
