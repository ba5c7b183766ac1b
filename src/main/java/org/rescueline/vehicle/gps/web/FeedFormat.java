package org.rescueline.vehicle.gps.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.Datum;
import org.rescueline.shared.Failure;

/** The formats of HTTP feeds, each reading one position. */
enum FeedFormat {
    /** Our own: {@code {terminal, latitude, longitude, time, speedKph, course, altitude, ignition, sos, datum}}. */
    OWN {
        @Override
        FeedItem read(JsonNode item) {
            return new FeedItem(
                    FeedFields.terminal("terminal", item.get("terminal")),
                    FeedFields.number("latitude", item.get("latitude")),
                    FeedFields.number("longitude", item.get("longitude")),
                    datum(FeedFields.text(item.get("datum"))),
                    FeedFields.time("time", item.get("time")),
                    FeedFields.optionalNumber("speedKph", item.get("speedKph")),
                    FeedFields.optionalNumber("course", item.get("course")),
                    FeedFields.optionalNumber("altitude", item.get("altitude")),
                    FeedFields.flag(item.get("ignition")),
                    true,
                    Boolean.TRUE.equals(FeedFields.flag(item.get("sos"))));
        }
    },

    /** Query parameters of OsmAnd's online tracking and of the Traccar client: speed in knots, WGS-84. */
    OSMAND {
        @Override
        FeedItem read(JsonNode item) {
            JsonNode id = item.has("id") ? item.get("id") : item.get("deviceid");
            JsonNode course = item.has("bearing") ? item.get("bearing") : item.get("heading");
            return new FeedItem(
                    FeedFields.terminal("id", id),
                    FeedFields.number("lat", item.get("lat")),
                    FeedFields.number("lon", item.get("lon")),
                    Datum.WGS84,
                    FeedFields.time("timestamp", item.get("timestamp")),
                    fromKnots(FeedFields.optionalNumber("speed", item.get("speed"))),
                    FeedFields.optionalNumber("bearing", course),
                    FeedFields.optionalNumber("altitude", item.get("altitude")),
                    FeedFields.flag(item.get("ignition")),
                    !Boolean.FALSE.equals(FeedFields.flag(item.get("valid"))),
                    isSos(item.get("alarm")));
        }
    },

    /** What the Traccar server forwards as JSON: {@code {position, device}}, speed in knots, WGS-84. */
    TRACCAR {
        @Override
        FeedItem read(JsonNode item) {
            JsonNode position = item.path("position");
            JsonNode attributes = position.path("attributes");
            JsonNode time = position.has("fixTime") ? position.get("fixTime") : position.get("deviceTime");
            return new FeedItem(
                    FeedFields.terminal("device.uniqueId", item.path("device").get("uniqueId")),
                    FeedFields.number("position.latitude", position.get("latitude")),
                    FeedFields.number("position.longitude", position.get("longitude")),
                    Datum.WGS84,
                    FeedFields.time("position.fixTime", time),
                    fromKnots(FeedFields.optionalNumber("position.speed", position.get("speed"))),
                    FeedFields.optionalNumber("position.course", position.get("course")),
                    FeedFields.optionalNumber("position.altitude", position.get("altitude")),
                    FeedFields.flag(attributes.get("ignition")),
                    !Boolean.FALSE.equals(FeedFields.flag(position.get("valid"))),
                    isSos(attributes.get("alarm")));
        }
    };

    /** International knots. */
    private static final double KPH_PER_KNOT = 1.852;

    /**
     * Reads one position.
     *
     * @throws Failure INVALID, naming the field
     */
    abstract FeedItem read(JsonNode item);

    private static @Nullable Double fromKnots(@Nullable Double knots) {
        return knots == null || knots < 0 ? null : knots * KPH_PER_KNOT;
    }

    /** Traccar lists several alarms in one text. */
    private static boolean isSos(@Nullable JsonNode alarm) {
        String text = FeedFields.text(alarm);
        return text != null && text.toLowerCase(Locale.ROOT).matches("(.*,)?\\s*sos\\s*(,.*)?");
    }

    private static Datum datum(@Nullable String name) {
        if (name == null) {
            return Datum.WGS84;
        }
        try {
            return Datum.valueOf(name.toUpperCase(Locale.ROOT).replace("-", ""));
        } catch (IllegalArgumentException e) {
            throw Failure.invalid("datum", "vehicle.datum-unknown", Map.of("datum", name));
        }
    }
}
