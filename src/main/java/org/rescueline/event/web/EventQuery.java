package org.rescueline.event.web;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventFilter;
import org.rescueline.event.EventKind;
import org.rescueline.event.EventState;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;

/** The query parameters of a list of cases. */
public class EventQuery {

    private static final String ME = "me";
    private static final int LONGEST_WORDS = 100;

    /** Any of these states. */
    @QueryParam("state")
    List<EventState> states = List.of();

    /** Any of these kinds. */
    @QueryParam("kind")
    List<EventKind> kinds = List.of();

    /** A user's id, or {@code me}. */
    @QueryParam("owner")
    @Nullable
    String owner;

    /** The truck. */
    @QueryParam("vehicleId")
    @Nullable
    UUID vehicleId;

    /** The caller's whole number, in any way it is written. */
    @QueryParam("number")
    @Nullable
    String number;

    /** Words to find. */
    @QueryParam("q")
    @Nullable
    String words;

    /** Begun at or after. */
    @QueryParam("from")
    @Nullable
    String from;

    /** Begun before. */
    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("page")
    @Nullable
    Integer page;

    @QueryParam("size")
    @Nullable
    Integer size;

    @QueryParam("sort")
    @Nullable
    String sort;

    EventFilter filter(String userId) {
        if (words != null && words.length() > LONGEST_WORDS) {
            throw Failure.invalid("q", "event.words-too-long");
        }
        return new EventFilter(
                Set.copyOf(states),
                Set.copyOf(kinds),
                ME.equals(owner) ? userId : owner,
                vehicleId,
                number == null || number.isBlank()
                        ? null
                        : PhoneNumber.parse("number", number).e164(),
                words,
                instant("from", from),
                instant("to", to));
    }

    PageRequest page() {
        return PageRequest.of(page, size, sort);
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            throw Failure.invalid(field, "event.field-instant");
        }
    }
}
