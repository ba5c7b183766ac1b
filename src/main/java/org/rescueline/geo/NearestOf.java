package org.rescueline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Takes the nearest few out of a list of hits with as few geodesics as the lower bounds allow. */
final class NearestOf<T> {

    /** More than both distances can be off by in floating point; keeps the lower bound a lower bound. */
    static final double ROUNDING_METERS = 1e-6;

    private final WgsPoint from;
    private final int count;
    private final List<NearestIndex.Hit<T>> hits;
    /** The best found so far, worst on top. */
    private final PriorityQueue<Measured<T>> best;

    NearestOf(WgsPoint from, int count, List<NearestIndex.Hit<T>> hits) {
        this.from = from;
        this.count = count;
        this.hits = hits;
        this.best = new PriorityQueue<>(Measured.<T>nearestFirst().reversed());
    }

    List<Near<T>> take() {
        hits.sort(Comparator.comparingDouble(NearestIndex.Hit::chordMeters));
        for (var hit : hits) {
            if (isBeaten(hit)) {
                break;
            }
            best.add(measure(hit.entry()));
            if (best.size() > count) {
                best.poll();
            }
        }
        var ordered = new ArrayList<>(best);
        ordered.sort(Measured.nearestFirst());
        return ordered.stream().map(Measured::near).toList();
    }

    private boolean isBeaten(NearestIndex.Hit<T> hit) {
        var worst = best.peek();
        return worst != null
                && best.size() == count
                && hit.chordMeters() > worst.near.distanceMeters() + ROUNDING_METERS;
    }

    private Measured<T> measure(NearestIndex.Entry<T> entry) {
        return new Measured<>(new Near<>(entry.item(), Geodesic.distanceMeters(from, entry.place())), entry.order());
    }

    private record Measured<T>(Near<T> near, int order) {

        static <T> Comparator<Measured<T>> nearestFirst() {
            return Comparator.<Measured<T>>comparingDouble(measured -> measured.near.distanceMeters())
                    .thenComparingInt(Measured::order);
        }
    }
}
