package org.rescueline.station.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.Datum;
import org.rescueline.geo.Datums;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;
import org.rescueline.station.Capability;
import org.rescueline.station.DataGap;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationFilter;
import org.rescueline.station.StationStatus;

/** Reads the parameters of an address; whatever is wrong with them is told at once, each by its name. */
final class StationQuery {

    private final List<FieldProblem> problems = new ArrayList<>();

    private StationQuery() {}

    static StationFilter filter(
            @Nullable String words, @Nullable String status, @Nullable String office, @Nullable String gap) {
        var query = new StationQuery();
        var filter = new StationFilter(
                blankToNull(words),
                query.choice("status", status, StationStatus.class),
                blankToNull(office),
                query.choice("gap", gap, DataGap.class));
        query.refuse();
        return filter;
    }

    static RankingRequest ranking(
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String datum,
            List<String> need,
            @Nullable String limit,
            Instant at) {
        var query = new StationQuery();
        double north = query.degrees("latitude", latitude, 90);
        double east = query.degrees("longitude", longitude, 180);
        var given = query.choice("datum", datum, Datum.class);
        var needed = query.capabilities(need);
        int wanted = query.limit(limit);
        query.refuse();
        return new RankingRequest(place(north, east, given), needed, at, wanted);
    }

    private static WgsPoint place(double latitude, double longitude, @Nullable Datum datum) {
        return Datums.toWgs84(latitude, longitude, datum == null ? Datum.WGS84 : datum);
    }

    private double degrees(String field, @Nullable String text, int bound) {
        var written = blankToNull(text);
        if (written == null) {
            problems.add(new FieldProblem(field, "shared.field-required", Map.of()));
            return 0;
        }
        try {
            double degrees = Double.parseDouble(written);
            if (Math.abs(degrees) <= bound) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number that is out of range
        }
        problems.add(new FieldProblem(field, "station.degrees-out-of-range", Map.of("bound", bound)));
        return 0;
    }

    private int limit(@Nullable String text) {
        var written = blankToNull(text);
        if (written == null) {
            return RankingRequest.DEFAULT_LIMIT;
        }
        if (written.matches("\\d{1,3}")) {
            int limit = Integer.parseInt(written);
            if (limit >= 1 && limit <= RankingRequest.MAX_LIMIT) {
                return limit;
            }
        }
        problems.add(new FieldProblem("limit", "station.limit-out-of-range", Map.of("max", RankingRequest.MAX_LIMIT)));
        return RankingRequest.DEFAULT_LIMIT;
    }

    private Set<Capability> capabilities(List<String> texts) {
        var needed = EnumSet.noneOf(Capability.class);
        texts.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .filter(text -> !text.isBlank())
                .map(text -> choice("need", text.strip(), Capability.class))
                .filter(capability -> capability != null)
                .forEach(needed::add);
        return needed;
    }

    private <E extends Enum<E>> @Nullable E choice(String field, @Nullable String text, Class<E> type) {
        var written = blankToNull(text);
        if (written == null) {
            return null;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(written)) {
                return value;
            }
        }
        var choices = String.join(
                ", ", Stream.of(type.getEnumConstants()).map(Enum::name).toList());
        problems.add(new FieldProblem(field, "station.choice-unknown", Map.of("value", written, "choices", choices)));
        return null;
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw Failure.invalid(problems);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
