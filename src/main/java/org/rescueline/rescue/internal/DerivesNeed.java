package org.rescueline.rescue.internal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        var truck = event.vehicle();
        return truck == null ? Set.of() : of(truck.engineMake(), truck.model(), event.answers());
    }

    static Set<Capability> of(@Nullable String engineMake, @Nullable String model, Map<QuestionCode, String> answers) {
        var need = EnumSet.noneOf(Capability.class);
        var words = (Objects.requireNonNullElse(engineMake, "") + " " + Objects.requireNonNullElse(model, ""))
                .toLowerCase(Locale.ROOT);
        if (names(words, "纯电", "电动", "换电", "氢", "electric", "hydrogen")) {
            need.add(Capability.NEW_ENERGY);
        }
        if (concernEngine(answers) && names(words, "潍柴", "weichai")) {
            need.add(Capability.ENGINE_WEICHAI);
        }
        if (concernEngine(answers) && names(words, "康明斯", "cummins")) {
            need.add(Capability.ENGINE_CUMMINS);
        }
        return need;
    }

    private static boolean concernEngine(Map<QuestionCode, String> answers) {
        return "WONT_START".equals(answers.get(QuestionCode.ENGINE))
                || LIT_LAMPS.contains(answers.getOrDefault(QuestionCode.WARNING_LAMP, ""));
    }

    private static boolean names(String words, String... any) {
        return Stream.of(any).anyMatch(words::contains);
    }
}
