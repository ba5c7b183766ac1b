package org.rescueline.event.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.CallerRole;
import org.rescueline.event.Edit;
import org.rescueline.event.EventEdit;
import org.rescueline.event.EventKind;
import org.rescueline.event.NewEvent;
import org.rescueline.event.PlaceChoice;
import org.rescueline.event.QuestionCode;
import org.rescueline.event.Questions;
import org.rescueline.event.ToldPlace;
import org.rescueline.geo.Datum;
import org.rescueline.geo.Datums;
import org.rescueline.shared.PhoneNumber;

/** Reads what the desk saves of a case: only the fields that were touched. */
final class ReadsEventEdit {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 500;
    private static final int LONGEST_STORY = 10_000;
    private static final int MOST_POST_METERS = 9_999_999;

    private static final Set<String> EDIT_FIELDS =
            Set.of("kind", "callerName", "callerRole", "vehicleId", "toldPlace", "placeChoice", "answers", "story");
    private static final Set<String> PLACE_FIELDS =
            Set.of("text", "highway", "direction", "postMeters", "latitude", "longitude", "datum", "readBack");
    private static final Set<String> CODES =
            Set.copyOf(Stream.of(QuestionCode.values()).map(Enum::name).toList());

    private ReadsEventEdit() {}

    /** The body of a PATCH. */
    static EventEdit read(@Nullable JsonNode body) {
        var fields = Fields.of(body, EDIT_FIELDS);
        var edit = edit(fields);
        fields.finish();
        return edit;
    }

    /** The body of a POST: an edit with the caller's number and the call beside it. */
    static NewEvent readNew(@Nullable JsonNode body) {
        var known = new HashSet<>(EDIT_FIELDS);
        known.addAll(Set.of("callerNumber", "callId"));
        var fields = Fields.of(body, known);
        var number = fields.text("callerNumber", LONGEST_NAME).value();
        var callId = fields.id("callId").value();
        var edit = edit(fields);
        fields.finish();
        return new NewEvent(
                number == null || number.isBlank() ? null : PhoneNumber.parse("callerNumber", number), callId, edit);
    }

    private static EventEdit edit(Fields fields) {
        return new EventEdit(
                fields.choice("kind", EventKind.class),
                fields.text("callerName", LONGEST_NAME),
                fields.choice("callerRole", CallerRole.class),
                fields.id("vehicleId"),
                toldPlace(fields),
                fields.choice("placeChoice", PlaceChoice.class),
                answers(fields),
                fields.text("story", LONGEST_STORY));
    }

    private static Edit<ToldPlace> toldPlace(Fields fields) {
        if (!fields.has("toldPlace")) {
            return Edit.keep();
        }
        var place = fields.within("toldPlace", PLACE_FIELDS);
        return Edit.to(place == null ? null : toldPlaceOf(place));
    }

    /** A place without words is no place: the words are what was told. */
    private static @Nullable ToldPlace toldPlaceOf(Fields place) {
        var text = place.text("text", LONGEST_PLACE).value();
        var post = place.number("postMeters", 0, MOST_POST_METERS).value();
        var latitude = place.number("latitude", -90, 90).value();
        var longitude = place.number("longitude", -180, 180).value();
        var datum =
                Objects.requireNonNullElse(place.choice("datum", Datum.class).value(), Datum.WGS84);
        var highway = place.text("highway", LONGEST_NAME).value();
        var direction = place.text("direction", LONGEST_NAME).value();
        boolean readBack = place.flag("readBack");
        if ((latitude == null) != (longitude == null)) {
            place.problem(latitude == null ? "latitude" : "longitude", "event.place-half");
        }
        if (text == null || text.isBlank()) {
            place.problem("text", "event.place-text-missing");
            return null;
        }
        var point = latitude == null || longitude == null ? null : Datums.toWgs84(latitude, longitude, datum);
        return new ToldPlace(
                text.strip(),
                highway,
                direction,
                post == null ? null : post.intValue(),
                point == null ? null : point.latitude(),
                point == null ? null : point.longitude(),
                readBack);
    }

    private static Map<QuestionCode, String> answers(Fields fields) {
        var answers = new EnumMap<QuestionCode, String>(QuestionCode.class);
        var given = fields.within("answers", CODES);
        if (given == null) {
            return answers;
        }
        given.entries().forEachRemaining(entry -> {
            if (CODES.contains(entry.getKey())) {
                answer(given, entry.getKey(), entry.getValue(), answers);
            }
        });
        return answers;
    }

    /** Null and the empty text take an answer back. */
    private static void answer(Fields given, String code, JsonNode value, Map<QuestionCode, String> answers) {
        var question = Questions.get(QuestionCode.valueOf(code));
        var text = value.isNull() ? "" : value.asText();
        if (!text.isEmpty() && !(value.isTextual() && question.accepts(text))) {
            given.problem(code, "event.answer-unknown");
            return;
        }
        answers.put(question.code(), text);
    }
}
