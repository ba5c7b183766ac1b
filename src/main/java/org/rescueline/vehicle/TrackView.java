package org.rescueline.vehicle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.LineSimplifier;
import org.rescueline.geo.WgsPoint;

/**
 * Where a vehicle was, as a GeoJSON Feature (RFC 7946): a LineString of WGS-84, longitude first as GeoJSON wants it.
 *
 * @param geometry null when there are fewer than two fixes, since a line needs two
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TrackView(@Nullable Line geometry, Properties properties) {

    /** The GeoJSON type. */
    @JsonProperty
    public String type() {
        return "Feature";
    }

    /**
     * The same track with fewer fixes, none of those left out further from the line than so many metres.
     *
     * @param toleranceMeters 0 or more
     */
    public TrackView simplified(double toleranceMeters) {
        if (geometry == null) {
            return this;
        }
        List<double[]> all = geometry.coordinates();
        int[] kept = LineSimplifier.indicesToKeep(
                all.stream().map(pair -> new WgsPoint(pair[1], pair[0])).toList(), toleranceMeters);
        return new TrackView(new Line(pick(all, kept)), properties.only(kept));
    }

    private static <T> List<T> pick(List<T> all, int... kept) {
        List<T> picked = new ArrayList<>(kept.length);
        for (int index : kept) {
            picked.add(all.get(index));
        }
        return picked;
    }

    /**
     * The line.
     *
     * @param coordinates {@code [longitude, latitude]} each, in the order of {@link Properties#times}
     */
    public record Line(List<double[]> coordinates) {
        /** The GeoJSON type. */
        @JsonProperty
        public String type() {
            return "LineString";
        }
    }

    /**
     * What goes with the line.
     *
     * @param times one for each fix
     * @param speedsKph one for each fix, null where it is not known
     * @param complete whether all fixes are there; false when there were more than one answer carries, and then the
     *     first ones are there
     */
    public record Properties(
            UUID vehicleId,
            Instant from,
            Instant to,
            List<Instant> times,
            List<@Nullable Double> speedsKph,
            boolean complete) {

        private Properties only(int... kept) {
            return new Properties(vehicleId, from, to, pick(times, kept), pick(speedsKph, kept), complete);
        }
    }
}
