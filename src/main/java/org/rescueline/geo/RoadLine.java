package org.rescueline.geo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The line of one carriageway: surveyed posts in growing order, straight in between. Where two neighbours are more than
 * {@link #LONGEST_STEP_METERS} of road apart the file does not know the road, and nothing is said about it.
 */
final class RoadLine {

    /** Wider gaps between two rows of the file are gaps in what is known, not straight road. */
    static final int LONGEST_STEP_METERS = 20_000;

    /** So far to both sides a road is looked at for where it leads on the whole. */
    private static final int AROUND_METERS = 25_000;

    private final int[] postMeters;
    private final WgsPoint[] points;

    RoadLine(List<SurveyedPost> posts) {
        var sorted = posts.stream().sorted().toList();
        postMeters = sorted.stream().mapToInt(SurveyedPost::postMeters).toArray();
        points = sorted.stream().map(SurveyedPost::place).toArray(WgsPoint[]::new);
    }

    /** How many pieces between neighbouring posts there are; those that are gaps among them. */
    int segments() {
        return points.length - 1;
    }

    boolean isGap(int segment) {
        return postMeters[segment + 1] - postMeters[segment] > LONGEST_STEP_METERS;
    }

    WgsPoint start(int segment) {
        return points[segment];
    }

    WgsPoint end(int segment) {
        return points[segment + 1];
    }

    /** The place on the ground of a post; absent off the ends and in the gaps. */
    Optional<On> at(int post) {
        int found = Arrays.binarySearch(postMeters, post);
        int segment = Math.min(found < 0 ? -found - 2 : found, segments() - 1);
        if (segment < 0 || post > postMeters[segment + 1] || isGap(segment)) {
            return exact(found);
        }
        double length = postMeters[segment + 1] - postMeters[segment];
        return Optional.of(on(segment, (post - postMeters[segment]) / length));
    }

    /** The course of growing posts on the whole, bends and loops around the post left out; absent off the line. */
    Optional<Double> courseAround(int post) {
        if (post < postMeters[0] || post > postMeters[postMeters.length - 1]) {
            return Optional.empty();
        }
        int from = Math.abs(Arrays.binarySearch(postMeters, post - AROUND_METERS) + 1);
        int to = Math.abs(Arrays.binarySearch(postMeters, post + AROUND_METERS) + 1);
        return Optional.of(
                Geodesic.courseDegrees(points[Math.max(0, from - 1)], points[Math.min(points.length - 1, to)]));
    }

    /** The point that lies at this share of the way along a segment. */
    On on(int segment, double share) {
        var from = points[segment];
        var to = points[segment + 1];
        var point = new WgsPoint(
                from.latitude() + share * (to.latitude() - from.latitude()),
                from.longitude() + share * (to.longitude() - from.longitude()));
        int length = postMeters[segment + 1] - postMeters[segment];
        int post = postMeters[segment] + (int) Math.round(share * length);
        return new On(post, point, Geodesic.courseDegrees(from, to));
    }

    /** A post of the file itself stands where it stands, even with a gap on both sides. */
    private Optional<On> exact(int found) {
        if (found < 0) {
            return Optional.empty();
        }
        int segment = Math.min(found, segments() - 1);
        return Optional.of(on(segment, found - segment));
    }

    /** A place on the line; the course is that of growing posts. */
    record On(int postMeters, WgsPoint place, double courseDegrees) {}
}
