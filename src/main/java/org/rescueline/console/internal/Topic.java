package org.rescueline.console.internal;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;
import org.rescueline.security.Viewer;

/**
 * How one kind of fact becomes a message to the pages.
 *
 * @param type the message's {@code type}
 * @param audience who gets it at all
 * @param worksTheCase who reads its customer's numbers in clear because the case is theirs
 * @param data what is sent, with every customer's number passed through the lens
 * @param subject the thing of which each message tells all there is, so that only its newest is worth waiting for; null
 *     when every message counts
 */
public record Topic<F>(
        String type,
        BiPredicate<F, Viewer> audience,
        BiPredicate<F, Viewer> worksTheCase,
        BiFunction<F, NumberLens, Object> data,
        Function<F, @Nullable Object> subject) {

    /** News of which every message counts. */
    public Topic(
            String type,
            BiPredicate<F, Viewer> audience,
            BiPredicate<F, Viewer> worksTheCase,
            BiFunction<F, NumberLens, Object> data) {
        this(type, audience, worksTheCase, data, fact -> null);
    }

    /** News without customers' numbers, for every page. */
    public static <F> Topic<F> forAll(String type, Function<F, Object> data) {
        return new Topic<>(type, (fact, viewer) -> true, (fact, viewer) -> true, (fact, lens) -> data.apply(fact));
    }
}
