package org.rescueline.rescue.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.RescueFilter;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;

/** Reads the parameters of a list; whatever is wrong with them is told at once, each by its name. */
final class RescueQuery {

    private final List<FieldProblem> problems = new ArrayList<>();

    private RescueQuery() {}

    static RescueFilter filter(
            List<String> stages, @Nullable String open, @Nullable String stationId, @Nullable String eventId) {
        var query = new RescueQuery();
        var filter = new RescueFilter(
                query.stages(stages),
                query.truth(open),
                query.id("stationId", stationId),
                query.id("eventId", eventId));
        if (!query.problems.isEmpty()) {
            throw Failure.invalid(query.problems);
        }
        return filter;
    }

    private Set<RescueStage> stages(List<String> texts) {
        var stages = EnumSet.noneOf(RescueStage.class);
        texts.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> Stream.of(RescueStage.values())
                        .filter(stage -> stage.name().equals(text))
                        .findFirst()
                        .ifPresentOrElse(stages::add, () -> refuse("stage", "rescue.stage-unknown", text)));
        return stages;
    }

    private @Nullable Boolean truth(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            refuse("open", "rescue.not-true-or-false", text);
        }
        return text.equals("true");
    }

    private @Nullable UUID id(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            refuse(field, "rescue.not-an-id", text);
            return null;
        }
    }

    private void refuse(String field, String code, String value) {
        problems.add(new FieldProblem(field, code, Map.of("value", value)));
    }
}
