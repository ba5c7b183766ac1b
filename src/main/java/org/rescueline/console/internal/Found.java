package org.rescueline.console.internal;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing the search found.
 *
 * @param title by which people know it
 * @param subtitle what tells it from others of that title
 * @param closeness 0 when what was typed is exactly one of its names, 1 when a name begins or ends so, 2 otherwise
 */
public record Found(Kind type, UUID id, String title, String subtitle, int closeness) {

    /** Closest first, then by kind: people look for trucks more often than for stations. */
    static final Comparator<Found> ORDER =
            Comparator.comparingInt(Found::closeness).thenComparing(Found::type).thenComparing(Found::title);

    private static final int EXACT = 0;
    private static final int AT_AN_END = 1;
    private static final int INSIDE = 2;

    /** What can be found, in the order of equals. */
    public enum Kind {
        VEHICLE,
        EVENT,
        RESCUE,
        STATION,
        CALL
    }

    /** Judges the closeness by the names people use for the thing. */
    static Found of(
            Kind type, UUID id, String title, List<@Nullable String> details, SearchWords words, String... names) {
        var subtitle = String.join(
                " · ",
                details.stream().filter(part -> part != null && !part.isBlank()).toList());
        var closeness = Stream.concat(Stream.of(title), Stream.of(names))
                .mapToInt(name -> closenessOf(name, words))
                .min()
                .orElse(INSIDE);
        return new Found(type, id, title, subtitle, closeness);
    }

    private static int closenessOf(String name, SearchWords words) {
        var key = SearchWords.key(name);
        if (key.equals(words.key())) {
            return EXACT;
        }
        return key.startsWith(words.key()) || key.endsWith(words.key()) ? AT_AN_END : INSIDE;
    }
}
