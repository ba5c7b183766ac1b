package org.rescueline.event.internal;

import org.jspecify.annotations.Nullable;
import org.rescueline.event.PlaceGap;
import org.rescueline.event.PlaceGap.Method;
import org.rescueline.event.ToldPlace;
import org.rescueline.geo.Geodesic;
import org.rescueline.geo.WgsPoint;
import org.rescueline.vehicle.PositionView;

/**
 * Sets the told place against the truck's fix. Only points can be compared: a kilometre post needs a road file, and
 * without one the answer says so instead of guessing.
 */
final class ComparesPlaces {

    private ComparesPlaces() {}

    static @Nullable PlaceGap compare(@Nullable ToldPlace told, @Nullable PositionView fix, double alarmMeters) {
        if (told == null || fix == null) {
            return null;
        }
        if (told.latitude() == null || told.longitude() == null) {
            return new PlaceGap(null, Method.NO_ROAD_REFERENCE, false);
        }
        double gap = Geodesic.distanceMeters(new WgsPoint(told.latitude(), told.longitude()), fix.place());
        return new PlaceGap(gap, Method.STRAIGHT_LINE, gap > alarmMeters);
    }
}
