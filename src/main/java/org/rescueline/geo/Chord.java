package org.rescueline.geo;

/**
 * A place as a point in space, metres from the centre of the earth. The straight line through the earth is never
 * longer than the line along its surface, which makes it a cheap and safe lower bound for the geodesic.
 */
record Chord(double x, double y, double z) {

    private static final double SEMI_MAJOR_AXIS_METERS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    static Chord of(WgsPoint place) {
        double latitude = Math.toRadians(place.latitude());
        double longitude = Math.toRadians(place.longitude());
        double sine = Math.sin(latitude);
        double normal = SEMI_MAJOR_AXIS_METERS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
        double axis = normal * Math.cos(latitude);
        return new Chord(
                axis * Math.cos(longitude), axis * Math.sin(longitude), normal * (1 - ECCENTRICITY_SQUARED) * sine);
    }

    double metersTo(Chord other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
