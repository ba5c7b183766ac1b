package org.rescueline.geo;

/**
 * A place on the WGS-84 ellipsoid. Latitude comes first everywhere in this code base; libraries that want longitude
 * first are spoken to inside this room only.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record WgsPoint(double latitude, double longitude) {

    /** Refuses anything that is not a place on earth, so that whoever holds a point may trust it. */
    public WgsPoint {
        if (!isLatitude(latitude)) {
            throw new IllegalArgumentException("latitude must lie between -90 and 90 degrees: " + latitude);
        }
        if (!isLongitude(longitude)) {
            throw new IllegalArgumentException("longitude must lie between -180 and 180 degrees: " + longitude);
        }
    }

    /** Whether the value is a finite latitude in degrees. */
    public static boolean isLatitude(double degrees) {
        return degrees >= -90 && degrees <= 90;
    }

    /** Whether the value is a finite longitude in degrees. */
    public static boolean isLongitude(double degrees) {
        return degrees >= -180 && degrees <= 180;
    }
}
