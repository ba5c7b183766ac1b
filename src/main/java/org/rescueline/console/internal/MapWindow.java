package org.rescueline.console.internal;

/**
 * The part of the map a page looks at, in WGS-84 degrees. West may be greater than east: then it lies across the
 * antimeridian.
 */
public record MapWindow(double west, double south, double east, double north) {

    /** The whole world, for a page that names no window. */
    public static final MapWindow WORLD = new MapWindow(-180, -90, 180, 90);

    public MapWindow {
        if (!(Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north)) {
            throw new IllegalArgumentException(
                    "Not a window of the map: " + west + "," + south + "," + east + "," + north);
        }
    }

    /** Tells whether the place lies in the window, its edges included. */
    public boolean contains(double latitude, double longitude) {
        return latitude >= south && latitude <= north && isBetweenWestAndEast(longitude);
    }

    private boolean isBetweenWestAndEast(double longitude) {
        return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
    }
}
