package org.rescueline.vehicle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
            boolean complete) {}
}
