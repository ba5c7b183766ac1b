package org.rescueline.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the nearest of many places by true distance on the ellipsoid, everywhere on earth. An index never changes: it is
 * a snapshot, built once, read by any number of threads; whoever owns the places swaps in a new one.
 *
 * <p>A tree of degrees cannot order by distance (a degree of longitude in Mohe is two thirds of one in Sanya), so it is
 * only asked for the contents of boxes. The search:
 *
 * <ol>
 *   <li>asks for a box sure to hold everything within a guessed distance, doubling the guess until enough is in it;
 *   <li>takes the hits in order of the straight line through the earth, which is never longer than the geodesic, and
 *       computes geodesics only until that lower bound passes the worst of the best found;
 *   <li>if the worst of the best lies beyond the guessed distance, asks once more for exactly that distance.
 * </ol>
 *
 * Equal distances keep the order in which the items were given.
 */
public final class NearestIndex<T> {

    /** A start for the first guess when there is nothing to derive one from; only speed depends on it. */
    private static final double SMALLEST_GUESS_METERS = 1_000;

    private final List<Entry<T>> entries;
    private final STRtree tree;
    private final double typicalSpacingMeters;

    private NearestIndex(List<Entry<T>> entries) {
        this.entries = entries;
        this.tree = new STRtree();
        var bounds = new Envelope();
        for (var entry : entries) {
            var at = new Envelope(new Coordinate(entry.place.longitude(), entry.place.latitude()));
            bounds.expandToInclude(at);
            tree.insert(at, entry);
        }
        tree.build();
        this.typicalSpacingMeters = spacing(bounds, entries.size());
    }

    /** Indexes the items by the place each of them names. */
    public static <T> NearestIndex<T> of(Collection<? extends T> items, Function<? super T, WgsPoint> placeOf) {
        var entries = new ArrayList<Entry<T>>(items.size());
        for (T item : items) {
            var place = placeOf.apply(item);
            entries.add(new Entry<>(item, place, Chord.of(place), entries.size()));
        }
        return new NearestIndex<>(List.copyOf(entries));
    }

    /** Number of items in the index. */
    public int size() {
        return entries.size();
    }

    /** The {@code count} nearest items, nearest first; fewer when there are fewer. */
    public List<Near<T>> nearest(WgsPoint from, int count) {
        return nearest(from, count, (item, distanceMeters) -> true);
    }

    /** The {@code count} nearest items among those accepted, nearest first; fewer when fewer are accepted. */
    public List<Near<T>> nearest(WgsPoint from, int count, Filter<? super T> filter) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1: " + count);
        }
        double reach = typicalSpacingMeters * Math.sqrt(count);
        while (true) {
            var best = new NearestOf<T>(from, count, filter).take(hitsWithin(from, reach));
            if (reach >= Geodesic.FARTHEST_METERS) {
                return best;
            }
            if (best.size() < count) {
                reach *= 2;
                continue;
            }
            double needed = best.get(count - 1).distanceMeters();
            if (needed <= reach) {
                return best;
            }
            reach = needed;
        }
    }

    /** Every accepted item within the distance, nearest first. */
    public List<Near<T>> within(WgsPoint from, double distanceMeters, Filter<? super T> filter) {
        var hits = hitsWithin(from, distanceMeters);
        Filter<T> accepted =
                (item, distance) -> distance.getAsDouble() <= distanceMeters && filter.accepts(item, distance);
        return hits.isEmpty() ? List.of() : new NearestOf<T>(from, hits.size(), accepted).take(hits);
    }

    /** Entries whose straight line is within the distance: all that can be within it along the surface. */
    private List<Hit<T>> hitsWithin(WgsPoint from, double distanceMeters) {
        var center = Chord.of(from);
        var hits = new ArrayList<Hit<T>>();
        for (var box : SearchBox.around(from, distanceMeters)) {
            tree.query(box, found -> {
                @SuppressWarnings("unchecked") // only entries of this index are ever put into its tree
                var entry = (Entry<T>) found;
                double chord = entry.chord.metersTo(center);
                if (chord <= distanceMeters + NearestOf.ROUNDING_METERS) {
                    hits.add(new Hit<>(entry, chord));
                }
            });
        }
        return hits;
    }

    /** Side of the square each item would have if they were spread evenly over their bounds. */
    private static double spacing(Envelope bounds, int items) {
        if (items == 0 || bounds.isNull()) {
            return SMALLEST_GUESS_METERS;
        }
        double metersPerDegree = 111_320;
        double middle = Math.toRadians(bounds.getMinY() + bounds.getHeight() / 2);
        double area = bounds.getHeight() * metersPerDegree * bounds.getWidth() * metersPerDegree * Math.cos(middle);
        return Math.max(SMALLEST_GUESS_METERS, Math.sqrt(area / items));
    }

    /** Which items count. */
    @FunctionalInterface
    public interface Filter<T> {

        /**
         * Whether the item counts.
         *
         * @param distanceMeters the geodesic, computed only when asked for, and only once
         */
        boolean accepts(T item, DoubleSupplier distanceMeters);
    }

    /** One indexed item; {@code order} is its place in the collection the index was built from. */
    record Entry<T>(T item, WgsPoint place, Chord chord, int order) {}

    /** An entry inside the searched box, with its distance straight through the earth. */
    record Hit<T>(Entry<T> entry, double chordMeters) {}
}
