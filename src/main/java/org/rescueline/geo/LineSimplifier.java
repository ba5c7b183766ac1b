package org.rescueline.geo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Leaves points out of a line without moving it by more than so many metres (Douglas and Peucker).
 *
 * <p>Degrees are taken as metres on a plane whose east-west scale is that of the point nearest the equator: further north
 * east-west distances come out too long, so that rather a point too many stays than one too few.
 */
public final class LineSimplifier {
    private static final double METERS_PER_DEGREE = 111_320;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private LineSimplifier() {}

    /**
     * Which points stay, in their order; the first and the last always do.
     *
     * @param toleranceMeters 0 or more
     * @return indices into the line
     */
    public static int[] indicesToKeep(List<WgsPoint> line, double toleranceMeters) {
        if (line.size() <= 2) {
            return IntStream.range(0, line.size()).toArray();
        }
        double nearestEquator = line.stream()
                .mapToDouble(point -> Math.abs(point.latitude()))
                .min()
                .orElse(0);
        double eastScale = METERS_PER_DEGREE * Math.cos(Math.toRadians(nearestEquator));
        Coordinate[] plane = new Coordinate[line.size()];
        for (int i = 0; i < plane.length; i++) {
            WgsPoint point = line.get(i);
            // The index travels as the third coordinate, which the simplifier carries along and does not look at.
            plane[i] = new Coordinate(point.longitude() * eastScale, point.latitude() * METERS_PER_DEGREE, i);
        }
        return Stream.of(DouglasPeuckerSimplifier.simplify(GEOMETRY.createLineString(plane), toleranceMeters)
                        .getCoordinates())
                .mapToInt(coordinate -> (int) coordinate.getZ())
                .toArray();
    }
}
