package org.rescueline.event;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Provenance;

/**
 * Something that happened to a case, to be written down for good.
 *
 * @param at when it happened, which may be earlier than when it was learnt
 * @param kind what happened, in capitals ({@code JOB_ASSIGNED}); its words are translated where they are shown
 * @param provenance how it is known
 * @param arguments what the words need: plain values only (text, numbers, booleans, lists and maps of these)
 */
public record TimelineEntry(
        Instant at, Actor actor, String kind, Provenance provenance, Map<String, Object> arguments) {

    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{2,59}");

    /** Refuses a kind that could not be translated. */
    public TimelineEntry {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("A timeline kind is written in capitals, not: " + kind);
        }
        arguments = Map.copyOf(arguments);
    }
}
