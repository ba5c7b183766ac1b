package org.rescueline.vehicle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     * The same track with fewer fixes, none of those left out further from the line than so many metres. What the time of a
     * fix tells stays: both ends of each gap, and where the truck came to stand or set off.
     *
     * @param toleranceMeters 0 or more
     */
    public TrackView simplified(double toleranceMeters) {
        if (geometry == null) {
            return this;
        }
        List<WgsPoint> all = geometry.coordinates().stream()
                .map(pair -> new WgsPoint(pair[1], pair[0]))
                .toList();
        Set<Instant> ends = properties.gapEnds();
        BitSet kept = new BitSet(all.size());
        int begin = 0;
        for (int end = 1; end < all.size(); end++) {
            if (end == all.size() - 1 || properties.isTurningPoint(end, ends)) {
                for (int index : LineSimplifier.indicesToKeep(all.subList(begin, end + 1), toleranceMeters)) {
                    kept.set(begin + index);
                }
                begin = end;
            }
        }
        int[] indices = kept.stream().toArray();
        return new TrackView(new Line(pick(geometry.coordinates(), indices)), properties.only(indices));
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
     * What goes with the line; of each list one for each fix.
     *
     * @param speedsKph null where it is not known
     * @param coursesDegrees clockwise from north, null where it is not known
     * @param sources by which way each came in
     * @param gaps between which fixes nothing was heard for so long that the line is a guess there
     * @param complete whether all fixes are there; false when there were more than one answer carries, and then the
     *     first ones are there
     */
    public record Properties(
            UUID vehicleId,
            Instant from,
            Instant to,
            List<Instant> times,
            List<@Nullable Double> speedsKph,
            List<@Nullable Integer> coursesDegrees,
            List<PositionSource> sources,
            List<Gap> gaps,
            boolean complete) {

        private Set<Instant> gapEnds() {
            Set<Instant> ends = new HashSet<>();
            gaps.forEach(gap -> ends.addAll(List.of(gap.after(), gap.until())));
            return ends;
        }

        private boolean isTurningPoint(int index, Set<Instant> gapEnds) {
            return gapEnds.contains(times.get(index))
                    || stands(index) != stands(index - 1)
                    || stands(index) != stands(index + 1);
        }

        private boolean stands(int index) {
            Double speed = speedsKph.get(index);
            return speed != null && speed == 0;
        }

        private Properties only(int... kept) {
            return new Properties(
                    vehicleId,
                    from,
                    to,
                    pick(times, kept),
                    pick(speedsKph, kept),
                    pick(coursesDegrees, kept),
                    pick(sources, kept),
                    gaps,
                    complete);
        }
    }

    /**
     * A silence.
     *
     * @param after the time of the last fix before it
     * @param until the time of the first fix behind it
     */
    public record Gap(Instant after, Instant until) {}
}
