package org.rescueline.vehicle;

import java.util.Map;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Failure;

/**
 * A piece of the map in WGS-84 degrees. East may be less than west: then it crosses the antimeridian.
 */
public record MapBox(double west, double south, double east, double north) {
    /** The whole earth. */
    public static final MapBox EVERYWHERE = new MapBox(-180, -90, 180, 90);

    /** Refuses what is not on earth. */
    public MapBox {
        require(WgsPoint.isLongitude(west), "west");
        require(WgsPoint.isLatitude(south), "south");
        require(WgsPoint.isLongitude(east), "east");
        require(WgsPoint.isLatitude(north) && north >= south, "north");
    }

    /** Whether a place lies inside or on the edge. */
    public boolean contains(double latitude, double longitude) {
        if (latitude < south || latitude > north) {
            return false;
        }
        return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw Failure.invalid(field, "vehicle.box-malformed", Map.of("field", field));
        }
    }
}
