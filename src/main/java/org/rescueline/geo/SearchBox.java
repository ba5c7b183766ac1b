package org.rescueline.geo;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Boxes in degrees that surely hold every place within a geodesic distance: too wide rather than too narrow, cut in two
 * at the antimeridian, all the way round when a pole is in reach.
 *
 * <p>Why they are wide enough: along any line on the ellipsoid, a step north is at least (smallest meridian radius ×
 * change of latitude) long, and a step east at least (equator radius × cosine of the highest latitude reached × change
 * of longitude).
 */
final class SearchBox {

    private static final double EQUATOR_RADIUS_METERS = 6_378_137.0;
    private static final double SMALLEST_MERIDIAN_RADIUS_METERS = 6_335_439.0;
    /** Covers the rounding of the arithmetic above, far below a millimetre on the ground. */
    private static final double SLACK_DEGREES = 1e-9;

    private SearchBox() {}

    static List<Envelope> around(WgsPoint center, double distanceMeters) {
        double latitudeReach = Math.toDegrees(distanceMeters / SMALLEST_MERIDIAN_RADIUS_METERS) + SLACK_DEGREES;
        double south = center.latitude() - latitudeReach;
        double north = center.latitude() + latitudeReach;
        double highest = Math.max(Math.abs(south), Math.abs(north));
        if (highest >= 90) {
            return List.of(new Envelope(-180, 180, south, north));
        }
        double parallelRadius = EQUATOR_RADIUS_METERS * Math.cos(Math.toRadians(highest));
        double longitudeReach = Math.toDegrees(distanceMeters / parallelRadius) + SLACK_DEGREES;
        return longitudeReach >= 180
                ? List.of(new Envelope(-180, 180, south, north))
                : around(center.longitude() - longitudeReach, center.longitude() + longitudeReach, south, north);
    }

    private static List<Envelope> around(double west, double east, double south, double north) {
        if (west < -180) {
            return List.of(new Envelope(-180, east, south, north), new Envelope(west + 360, 180, south, north));
        }
        if (east > 180) {
            return List.of(new Envelope(west, 180, south, north), new Envelope(-180, east - 360, south, north));
        }
        return List.of(new Envelope(west, east, south, north));
    }
}
