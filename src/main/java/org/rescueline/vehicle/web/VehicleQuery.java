package org.rescueline.vehicle.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.MapBox;

/** What stands in the query parameters, each wrong one named. */
final class VehicleQuery {
    static final int MOST_POSITIONS = 5_000;
    private static final int MOST_TOLERANCE_METERS = 10_000;
    private static final int USUAL_POSITIONS = 2_000;
    private static final Duration USUAL_TRACK = Duration.ofHours(24);

    private VehicleQuery() {}

    /** The ids of a comma-separated list; not more than can be answered. */
    static List<UUID> ids(String list) {
        List<String> written = Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        if (written.size() > MOST_POSITIONS) {
            throw Failure.invalid("ids", "vehicle.too-many", Map.of("max", MOST_POSITIONS));
        }
        return written.stream().map(VehicleQuery::id).toList();
    }

    /** The piece of the map; the whole earth when nothing is said, but not half a box. */
    static MapBox box(@Nullable String west, @Nullable String south, @Nullable String east, @Nullable String north) {
        if (west == null && south == null && east == null && north == null) {
            return MapBox.EVERYWHERE;
        }
        return new MapBox(
                degrees("west", west), degrees("south", south), degrees("east", east), degrees("north", north));
    }

    static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL_POSITIONS;
        }
        if (limit < 1 || limit > MOST_POSITIONS) {
            throw Failure.invalid("limit", "vehicle.limit-out-of-range", Map.of("max", MOST_POSITIONS));
        }
        return limit;
    }

    /** Refuses what is no tolerance in metres. */
    static void requireTolerance(@Nullable Double tolerance) {
        if (tolerance != null && !(tolerance >= 0 && tolerance <= MOST_TOLERANCE_METERS)) {
            throw Failure.invalid("tolerance", "vehicle.tolerance-out-of-range", Map.of("max", MOST_TOLERANCE_METERS));
        }
    }

    /** The end of a track: now, when it is not said. */
    static Instant to(@Nullable String to, Clock clock) {
        return to == null ? clock.instant() : instant("to", to);
    }

    /** The beginning of a track: a day before its end, when it is not said. */
    static Instant from(@Nullable String from, Instant to) {
        return from == null ? to.minus(USUAL_TRACK) : instant("from", from);
    }

    private static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            throw Failure.invalid("ids", "shared.field-value-invalid", Map.of("field", "ids"));
        }
    }

    private static double degrees(String field, @Nullable String written) {
        try {
            if (written != null) {
                return Double.parseDouble(written);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Failure.invalid(field, "vehicle.box-malformed", Map.of("field", field));
    }

    private static Instant instant(String field, String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            throw Failure.invalid(field, "vehicle.instant-malformed", Map.of("field", field));
        }
    }
}
