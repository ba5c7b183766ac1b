package org.rescueline.event.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.PlaceGap.Method;
import org.rescueline.event.PlaceGap.Said;
import org.rescueline.event.ToldPlace;
import org.rescueline.geo.RoadPlace;
import org.rescueline.shared.Messages;

/** Says in one sentence whether told place and fix agree, by how much, and how that was measured. */
final class GapSentence {

    private static final int METERS_PER_KILOMETER = 1000;

    private GapSentence() {}

    static Said along(RoadPlace told, RoadPlace measured, int meters, boolean disagrees, @Nullable Integer likely) {
        var arguments = new HashMap<String, Object>();
        arguments.put("road", told.road());
        arguments.put("distance", distance(meters));
        arguments.put("told", post(told.postMeters()));
        arguments.put("measured", post(measured.postMeters()));
        if (likely != null) {
            arguments.put("likelyKm", likely / METERS_PER_KILOMETER);
            arguments.put("toldKm", told.postMeters() / METERS_PER_KILOMETER);
        }
        return said(code("along", disagrees) + (likely == null ? "" : "-misread"), arguments);
    }

    static Said straight(@Nullable RoadPlace told, double meters, boolean disagrees) {
        return told == null
                ? said(code("straight", disagrees), Map.of("distance", distance(meters)))
                : said(
                        code("off-road", disagrees),
                        Map.of("distance", distance(meters), "road", told.road(), "told", post(told.postMeters())));
    }

    static Said incomparable(Method why, ToldPlace told) {
        var arguments = new HashMap<String, Object>();
        if (told.highway() != null) {
            arguments.put("road", told.highway());
        }
        if (told.postMeters() != null) {
            arguments.put("told", post(told.postMeters()));
        }
        return said("event.gap-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'), arguments);
    }

    /** {@code 985300} metres is {@code K985+300}. */
    static String post(int meters) {
        return "K%d+%03d".formatted(meters / METERS_PER_KILOMETER, meters % METERS_PER_KILOMETER);
    }

    private static String code(String measure, boolean disagrees) {
        return "event.gap-" + measure + (disagrees ? "-apart" : "-agrees");
    }

    private static String distance(double meters) {
        return meters < METERS_PER_KILOMETER
                ? Math.round(meters) + " m"
                : String.format(Locale.ROOT, "%.1f km", meters / METERS_PER_KILOMETER);
    }

    private static Said said(String code, Map<String, Object> arguments) {
        return new Said(Messages.text(code, arguments, Locale.CHINESE), Messages.text(code, arguments, Locale.ENGLISH));
    }
}
