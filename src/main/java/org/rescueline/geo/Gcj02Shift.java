package org.rescueline.geo;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

/**
 * WGS-84 → GCJ-02, as the published transformation defines it: a sum of sines around 105° E 35° N, in metres, laid on
 * the Krasovsky 1940 ellipsoid. The constants are the definition; there is nothing to derive them from.
 */
final class Gcj02Shift {

    private static final double ORIGIN_LATITUDE = 35.0;
    private static final double ORIGIN_LONGITUDE = 105.0;
    private static final double SEMI_MAJOR_AXIS_METERS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;

    private Gcj02Shift() {}

    static WgsPoint apply(WgsPoint place) {
        double x = place.longitude() - ORIGIN_LONGITUDE;
        double y = place.latitude() - ORIGIN_LATITUDE;
        double latitude = toRadians(place.latitude());
        double flattening = 1 - ECCENTRICITY_SQUARED * sin(latitude) * sin(latitude);
        double meridianRadius = SEMI_MAJOR_AXIS_METERS * (1 - ECCENTRICITY_SQUARED) / (flattening * sqrt(flattening));
        double parallelRadius = SEMI_MAJOR_AXIS_METERS / sqrt(flattening) * cos(latitude);
        return new WgsPoint(
                place.latitude() + toDegrees(northMeters(x, y) / meridianRadius),
                place.longitude() + toDegrees(eastMeters(x, y) / parallelRadius));
    }

    private static double northMeters(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * sqrt(abs(x))
                + waves(x, 20.0, 6.0, 20.0, 2.0)
                + waves(y, 20.0, 1.0, 40.0, 1.0 / 3)
                + waves(y, 160.0, 1.0 / 12, 320.0, 1.0 / 30);
    }

    private static double eastMeters(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * sqrt(abs(x))
                + waves(x, 20.0, 6.0, 20.0, 2.0)
                + waves(x, 20.0, 1.0, 40.0, 1.0 / 3)
                + waves(x, 150.0, 1.0 / 12, 300.0, 1.0 / 30);
    }

    /** Two thirds of two sines, each given by its amplitude and its frequency in half turns per degree. */
    private static double waves(double at, double amplitude1, double turns1, double amplitude2, double turns2) {
        return (amplitude1 * sin(turns1 * at * PI) + amplitude2 * sin(turns2 * at * PI)) * 2 / 3;
    }
}
