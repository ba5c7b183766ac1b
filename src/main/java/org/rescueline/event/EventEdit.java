package org.rescueline.event;

import java.util.Map;
import java.util.UUID;

/**
 * A change of a case's editable fields; every field may be left alone.
 *
 * @param toldPlace parsed from the words when road, direction and post are not given beside them
 * @param answers the answers that change, by question; an empty text takes an answer back
 */
public record EventEdit(
        Edit<EventKind> kind,
        Edit<String> callerName,
        Edit<CallerRole> callerRole,
        Edit<UUID> vehicleId,
        Edit<ToldPlace> toldPlace,
        Edit<PlaceChoice> placeChoice,
        Map<QuestionCode, String> answers,
        Edit<String> story) {

    /** Defensive copy. */
    public EventEdit {
        answers = Map.copyOf(answers);
    }

    /** An edit that changes nothing yet; start from it with the {@code with…} methods. */
    public static EventEdit nothing() {
        return new EventEdit(
                Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Map.of(), Edit.keep());
    }

    /** Also sets the kind. */
    public EventEdit withKind(EventKind value) {
        return new EventEdit(Edit.to(value), callerName, callerRole, vehicleId, toldPlace, placeChoice, answers, story);
    }

    /** Also sets the truck. */
    public EventEdit withVehicle(UUID value) {
        return new EventEdit(kind, callerName, callerRole, Edit.to(value), toldPlace, placeChoice, answers, story);
    }

    /** Also sets the told place. */
    public EventEdit withToldPlace(ToldPlace value) {
        return new EventEdit(kind, callerName, callerRole, vehicleId, Edit.to(value), placeChoice, answers, story);
    }

    /** Also sets these answers. */
    public EventEdit withAnswers(Map<QuestionCode, String> values) {
        return new EventEdit(kind, callerName, callerRole, vehicleId, toldPlace, placeChoice, values, story);
    }

    /** Also sets the story. */
    public EventEdit withStory(String value) {
        return new EventEdit(kind, callerName, callerRole, vehicleId, toldPlace, placeChoice, answers, Edit.to(value));
    }
}
