package org.rescueline.rescue.internal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.rescueline.event.EventView;
import org.rescueline.event.QuestionCode;
import org.rescueline.station.Capability;

/**
 * What the station must be able to do, as far as the case tells:
 *
 * <ul>
 *   <li>an engine that will not start, or a warning lamp, needs a member of the engine maker's network, when the maker
 *       is known;
 *   <li>an electric or hydrogen truck needs somebody trained for high voltage, whatever is broken;
 *   <li>otherwise nothing special: a station is not ruled out for what the truck may not need.
 * </ul>
 *
 * The dispatcher, who may know more, can ask for other needs.
 */
final class DerivesNeed {

    private static final Set<String> LIT_LAMPS = Set.of("COOLANT", "OIL", "CODE");

    private DerivesNeed() {}

    static Set<Capability> of(EventView event) {
        var need = EnumSet.noneOf(Capability.class);
        var truck = event.vehicle();
        if (truck == null) {
            return need;
        }
        var words = Stream.of(truck.engineMake(), truck.model())
                .filter(Objects::nonNull)
                .reduce("", (one, other) -> one + " " + other)
                .toLowerCase(Locale.ROOT);
        if (names(words, "纯电", "电动", "换电", "氢", "electric", "hydrogen")) {
            need.add(Capability.NEW_ENERGY);
        }
        if (concernsEngine(event) && names(words, "潍柴", "weichai")) {
            need.add(Capability.ENGINE_WEICHAI);
        }
        if (concernsEngine(event) && names(words, "康明斯", "cummins")) {
            need.add(Capability.ENGINE_CUMMINS);
        }
        return need;
    }

    private static boolean concernsEngine(EventView event) {
        return "WONT_START".equals(event.answers().get(QuestionCode.ENGINE))
                || LIT_LAMPS.contains(event.answers().getOrDefault(QuestionCode.WARNING_LAMP, ""));
    }

    private static boolean names(String words, String... any) {
        return Stream.of(any).anyMatch(words::contains);
    }
}
