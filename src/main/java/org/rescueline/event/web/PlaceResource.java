package org.rescueline.event.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.Datum;
import org.rescueline.geo.Datums;
import org.rescueline.geo.GeoConfig;
import org.rescueline.geo.PlaceNames;
import org.rescueline.geo.RoadReference;
import org.rescueline.geo.WgsPoint;
import org.rescueline.security.Roles;
import org.rescueline.shared.Failure;
import org.rescueline.shared.FieldProblem;

/** Names a point: its county, the kilometre post it lies at, and its degrees in every datum. */
@Path("/api/v1/places")
@RolesAllowed({Roles.OPERATOR, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMIN})
@Tag(name = "Places")
public class PlaceResource {

    private final RoadReference roads;
    private final GeoConfig config;

    PlaceResource(RoadReference roads, GeoConfig config) {
        this.roads = roads;
        this.config = config;
    }

    /**
     * What is known of a point.
     *
     * @param datum of the two degrees: {@code WGS84} (default), {@code GCJ02} or {@code BD09}
     */
    @GET
    public PlaceView place(
            @QueryParam("latitude") @Nullable String latitude,
            @QueryParam("longitude") @Nullable String longitude,
            @QueryParam("datum") @Nullable String datum) {
        var point = point(latitude, longitude, datum);
        return new PlaceView(
                point.latitude(),
                point.longitude(),
                Datums.toGcj02(point),
                Datums.toBd09(point),
                PlaceNames.find(point).orElse(null),
                PlaceNames.source(),
                roads.nearest(point, null, config.onRoadMeters()).orElse(null),
                roads.isEmpty() ? null : roads.source());
    }

    private static WgsPoint point(@Nullable String latitude, @Nullable String longitude, @Nullable String datum) {
        var problems = new ArrayList<FieldProblem>();
        double north = degrees("latitude", latitude, 90, problems);
        double east = degrees("longitude", longitude, 180, problems);
        var given = datum(datum, problems);
        if (!problems.isEmpty()) {
            throw Failure.invalid(problems);
        }
        return Datums.toWgs84(north, east, given);
    }

    private static double degrees(String field, @Nullable String text, int bound, List<FieldProblem> problems) {
        try {
            if (text != null) {
                double degrees = Double.parseDouble(text.strip());
                if (Math.abs(degrees) <= bound) {
                    return degrees;
                }
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as a number out of range.
        }
        problems.add(new FieldProblem(field, "event.field-number", Map.of("least", -bound, "most", bound)));
        return 0;
    }

    private static Datum datum(@Nullable String text, List<FieldProblem> problems) {
        if (text == null || text.isBlank()) {
            return Datum.WGS84;
        }
        var wanted = text.strip().toUpperCase(Locale.ROOT);
        return Stream.of(Datum.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(new FieldProblem("datum", "event.field-choice", Map.of("value", text)));
                    return Datum.WGS84;
                });
    }
}
