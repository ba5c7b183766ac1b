package org.rescueline.event.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventConfig;
import org.rescueline.event.PlaceGap;
import org.rescueline.event.PlaceGap.Method;
import org.rescueline.event.ToldPlace;
import org.rescueline.geo.GeoConfig;
import org.rescueline.geo.Geodesic;
import org.rescueline.geo.NearRoad;
import org.rescueline.geo.RoadPlace;
import org.rescueline.geo.RoadReference;
import org.rescueline.geo.WgsPoint;
import org.rescueline.vehicle.PositionView;

/**
 * Sets the told place against the truck's fix:
 *
 * <ol>
 *   <li>a told post is looked up in the road file; one without a road is taken for a post of the road that the fix is on;
 *   <li>both on the same road: the difference of the posts, which is what a van drives;
 *   <li>otherwise a straight line, and it says so;
 *   <li>a told place that is on no map cannot be compared, and the answer says why instead of guessing.
 * </ol>
 */
@ApplicationScoped
class ComparesPlaces {

    private final RoadReference roads;
    private final double onRoadMeters;
    private final double alarmMeters;

    ComparesPlaces(RoadReference roads, GeoConfig geo, EventConfig config) {
        this.roads = roads;
        this.onRoadMeters = geo.onRoadMeters();
        this.alarmMeters = config.placeGapAlarm();
    }

    /** The gap; absent unless both are known. */
    @Nullable
    PlaceGap compare(@Nullable ToldPlace told, @Nullable PositionView fix) {
        if (told == null || fix == null) {
            return null;
        }
        var post = find(told, fix).orElse(null);
        var measured = measured(post, fix).orElse(null);
        var place = placeOf(told, post);
        if (place == null) {
            return incomparable(told, measured);
        }
        double straight = Geodesic.distanceMeters(place, fix.place());
        return post != null && measured != null && measured.road().equals(post.road())
                ? along(post, measured, straight)
                : straight(post, measured, straight);
    }

    /** The told post on the ground. */
    Optional<RoadPlace> find(@Nullable ToldPlace told, @Nullable PositionView fix) {
        Integer post = told == null ? null : told.postMeters();
        if (told == null || post == null) {
            return Optional.empty();
        }
        int meters = post;
        var road = told.highway() == null ? roadOf(fix) : Optional.of(told.highway());
        return road.flatMap(name -> roads.find(name, meters, told.direction()));
    }

    /** The post at which a fix lies, when it lies on a road of the file. */
    Optional<RoadPlace> measured(PositionView fix) {
        return roads.nearest(fix.place(), fix.courseDegrees(), onRoadMeters).map(NearRoad::at);
    }

    /** Where roads run side by side, the told one is meant. */
    private Optional<RoadPlace> measured(@Nullable RoadPlace told, PositionView fix) {
        return Optional.ofNullable(told)
                .flatMap(post -> roads.nearestOn(post.road(), fix.place(), fix.courseDegrees(), onRoadMeters))
                .map(NearRoad::at)
                .or(() -> measured(fix));
    }

    private Optional<String> roadOf(@Nullable PositionView fix) {
        return Optional.ofNullable(fix).flatMap(this::measured).map(RoadPlace::road);
    }

    /** The caller's shared point goes before the place of the post. */
    private static @Nullable WgsPoint placeOf(ToldPlace told, @Nullable RoadPlace post) {
        if (told.latitude() != null && told.longitude() != null) {
            return new WgsPoint(told.latitude(), told.longitude());
        }
        return post == null ? null : post.place();
    }

    private PlaceGap along(RoadPlace told, RoadPlace measured, double straight) {
        int along = Math.abs(told.postMeters() - measured.postMeters());
        boolean disagrees = along > alarmMeters;
        var likely = disagrees ? Misreading.of(told.postMeters(), measured.postMeters()) : null;
        var sentence = GapSentence.along(told, measured, along, disagrees, likely);
        return new PlaceGap(straight, along, Method.ALONG_ROAD, disagrees, told, measured, likely, sentence);
    }

    private PlaceGap straight(@Nullable RoadPlace told, @Nullable RoadPlace measured, double straight) {
        boolean disagrees = straight > alarmMeters;
        var sentence = GapSentence.straight(told, straight, disagrees);
        return new PlaceGap(straight, null, Method.STRAIGHT_LINE, disagrees, told, measured, null, sentence);
    }

    private PlaceGap incomparable(ToldPlace told, @Nullable RoadPlace measured) {
        var method = whyNot(told);
        return new PlaceGap(null, null, method, false, null, measured, null, GapSentence.incomparable(method, told));
    }

    private Method whyNot(ToldPlace told) {
        if (roads.isEmpty()) {
            return Method.NO_ROAD_REFERENCE;
        }
        if (told.highway() == null || told.postMeters() == null) {
            return Method.NO_POST;
        }
        return roads.knows(told.highway()) ? Method.UNKNOWN_POST : Method.UNKNOWN_ROAD;
    }
}
