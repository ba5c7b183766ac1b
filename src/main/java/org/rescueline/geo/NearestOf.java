package org.rescueline.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;
import org.rescueline.geo.NearestIndex.Filter;
import org.rescueline.geo.NearestIndex.Hit;

/** Takes the nearest few out of a list of hits with as few geodesics as the lower bounds allow. */
final class NearestOf<T> {

    /** More than both distances can be off by in floating point; keeps the lower bound a lower bound. */
    static final double ROUNDING_METERS = 1e-6;

    private static final Comparator<Measured<?>> NEAREST_FIRST =
            Comparator.<Measured<?>>comparingDouble(Measured::getAsDouble).thenComparingInt(Measured::order);

    private final WgsPoint from;
    private final int count;
    private final Filter<? super T> filter;
    /** The best found so far, worst on top. */
    private final PriorityQueue<Measured<T>> best = new PriorityQueue<>(NEAREST_FIRST.reversed());

    NearestOf(WgsPoint from, int count, Filter<? super T> filter) {
        this.from = from;
        this.count = count;
        this.filter = filter;
    }

    List<Near<T>> take(List<Hit<T>> hits) {
        hits.sort(Comparator.comparingDouble(Hit::chordMeters));
        for (var hit : hits) {
            if (isBeaten(hit)) {
                break;
            }
            offer(new Measured<>(from, hit.entry()));
        }
        var ordered = new ArrayList<>(best);
        ordered.sort(NEAREST_FIRST);
        return ordered.stream().map(Measured::near).toList();
    }

    private boolean isBeaten(Hit<T> hit) {
        var worst = best.peek();
        return worst != null && best.size() == count && hit.chordMeters() > worst.getAsDouble() + ROUNDING_METERS;
    }

    private void offer(Measured<T> measured) {
        if (!filter.accepts(measured.entry.item(), measured)) {
            return;
        }
        best.add(measured);
        if (best.size() > count) {
            best.poll();
        }
    }

    /** An entry whose geodesic is computed at the first question and kept. */
    private static final class Measured<T> implements DoubleSupplier {

        private static final double NOT_YET = -1;

        private final WgsPoint from;
        private final NearestIndex.Entry<T> entry;
        private double distanceMeters = NOT_YET;

        Measured(WgsPoint from, NearestIndex.Entry<T> entry) {
            this.from = from;
            this.entry = entry;
        }

        @Override
        public double getAsDouble() {
            if (distanceMeters == NOT_YET) {
                distanceMeters = Geodesic.distanceMeters(from, entry.place());
            }
            return distanceMeters;
        }

        int order() {
            return entry.order();
        }

        Near<T> near() {
            return new Near<>(entry.item(), getAsDouble());
        }
    }
}
