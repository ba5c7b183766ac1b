package org.rescueline.geo;

import org.geotools.referencing.GeodeticCalculator;
import org.geotools.referencing.datum.DefaultEllipsoid;

/**
 * Shortest lines on the WGS-84 ellipsoid, to the millimetre. About one microsecond each.
 *
 * <p>GeoTools' calculator holds the two points it works on, so every thread gets its own; callers need not know.
 */
public final class Geodesic {

    /** No two places on earth are further apart than half a meridian, metres. */
    public static final double FARTHEST_METERS = 20_003_931.5;

    private static final ThreadLocal<GeodeticCalculator> CALCULATOR =
            ThreadLocal.withInitial(() -> new GeodeticCalculator(DefaultEllipsoid.WGS84));

    private Geodesic() {}

    /** Length of the shortest line between two places, metres. */
    public static double distanceMeters(WgsPoint from, WgsPoint to) {
        return between(from, to).getOrthodromicDistance();
    }

    /** Course at the start of the shortest line, degrees clockwise from north, 0 to below 360. */
    public static double courseDegrees(WgsPoint from, WgsPoint to) {
        double azimuth = between(from, to).getAzimuth();
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    /**
     * The place reached by going straight on.
     *
     * @param courseDegrees clockwise from north, any multiple of the full circle
     * @param distanceMeters 0 to {@link #FARTHEST_METERS}
     */
    public static WgsPoint destination(WgsPoint from, double courseDegrees, double distanceMeters) {
        var calculator = CALCULATOR.get();
        calculator.setStartingGeographicPoint(from.longitude(), from.latitude());
        calculator.setDirection(Math.IEEEremainder(courseDegrees, 360), distanceMeters);
        var reached = calculator.getDestinationGeographicPoint();
        return new WgsPoint(reached.getY(), reached.getX());
    }

    private static GeodeticCalculator between(WgsPoint from, WgsPoint to) {
        var calculator = CALCULATOR.get();
        calculator.setStartingGeographicPoint(from.longitude(), from.latitude());
        calculator.setDestinationGeographicPoint(to.longitude(), to.latitude());
        return calculator;
    }
}
